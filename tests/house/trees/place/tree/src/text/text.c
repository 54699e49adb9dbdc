/* text/text: a room that README forgot. */
