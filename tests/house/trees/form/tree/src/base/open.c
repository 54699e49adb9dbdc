/* base/open: a brace too many. */
void
tarikh_base_open (void)
{
  if (1) {
}
