/* base/old: what should have been swept. TODO: sweep it. */
static const char *
name (void)
{
  if (bad)
    goto out;
  strcpy (buffer, "goto");
  bindtextdomain ("tarikh", "/home/me/po");
  return _("name");
out:
  return N_ ("name");
}
