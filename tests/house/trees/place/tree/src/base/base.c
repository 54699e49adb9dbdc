/* base/base: stands where it should. */
