/* attic/box: a room that nobody planned. */
