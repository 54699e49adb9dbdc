/* affair: the stock of words and the stories made of it. */
#include "affair.h"

#define N(list) G_N_ELEMENTS (list)

static const char *const doers[] = { "وزير النقل", "رئيس البلدية", "وزيرة الصحة", "محافظ البنك المركزي", "رئيس الحكومة",
                                     "وزير التعليم", "قائد الشرطة", "مدير الميناء", "رئيس البرلمان", "وزير الزراعة" };
static const char *const deeds[] = { "افتتح %s جسراً حديدياً", "دشن %s محطة للقطارات", "زار %s مستشفى الأطفال",
                                     "وقع %s اتفاقاً لبناء سد", "أقال %s مدير المصنع", "أعلن %s خطة لترميم السوق",
                                     "ألغى %s مناقصة المرفأ", "أطلق %s حملة لزراعة الزيتون", "ترأس %s مؤتمراً للمياه",
                                     "أغلق %s منجم الفوسفات", "سلم %s مفاتيح المدرسة", "أصدر %s قراراً بتخفيض الرسوم" };
static const char *const places[] = { "الكرك", "إربد", "سوسة", "طنطا", "بنغازي", "وهران", "مكناس", "صلالة",
                                      "البصرة", "اللاذقية", "طرابلس", "نواكشوط", "عدن", "أسوان", "الموصل", "صيدا" };
static const char *const months[] = { "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
                                      "أكتوبر", "نوفمبر", "ديسمبر" };
static const char *const asides[] = { "وسط حضور كبير من الأهالي", "بعد أشهر من الجدل", "رغم الأمطار الغزيرة",
                                      "في مراسم قصيرة", "بحضور عدد من السفراء", "وفق بيان رسمي" };

static guint32
mix (guint32 a, guint32 b)
{
  guint32 h = a * 2654435761u ^ (b + 0x9e3779b9u) * 2246822519u;

  h = (h ^ (h >> 15)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

static GDateTime *
get_day (guint happening)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2019, 1, 1, 0, 0, 0);

  return g_date_time_add_days (first, (gint) happening * 3);
}

/* Happening number H as story number N puts it. */
static void
tell (GString *text, guint h, guint n)
{
  g_autoptr (GDateTime) day = get_day (h);
  const char *place = places[mix (h, 3) % N (places)], *aside = asides[mix (h, n) % N (asides)];
  g_autofree char *date = g_strdup_printf ("%d %s %d", g_date_time_get_day_of_month (day),
                                           months[g_date_time_get_month (day) - 1], g_date_time_get_year (day));
  g_autofree char *deed = NULL;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  deed = g_strdup_printf (deeds[mix (h, 2) % N (deeds)], doers[mix (h, 1) % N (doers)]);
#pragma GCC diagnostic pop

  switch (mix (n, h) % 3) {
  case 0: g_string_append_printf (text, "%s في %s في %s. ", deed, place, date); break;
  case 1: g_string_append_printf (text, "في %s، %s في %s %s. ", date, deed, place, aside); break;
  default: g_string_append_printf (text, "وكان قد %s يوم %s في %s %s. ", deed, date, place, aside); break;
  }
}

char *
affair_create_story (guint n, guint happenings)
{
  guint latest = mix (n, 11) % happenings, told = 3 + mix (n, 12) % 4;
  g_autoptr (GDateTime) news = get_day (latest), published = g_date_time_add_days (news, 1);
  g_autofree char *date = g_date_time_format (published, "%Y-%m-%d");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < told; i++)
    tell (text, i == 0 ? latest : latest > i * 5 ? latest - i * 5 + mix (n, i) % 5 : i, n);
  return g_strdup_printf ("{\"id\":\"a%u\",\"published\":\"%s\",\"lang\":\"ar\",\"text\":\"%s\"}", n, date, text->str);
}
