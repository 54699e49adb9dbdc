/* base/base: alone, and nobody tells about it. */
