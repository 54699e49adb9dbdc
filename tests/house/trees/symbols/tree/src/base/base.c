/* base/base: its listing is what is wrong here. */
