/* story: the room that is reached for. */
