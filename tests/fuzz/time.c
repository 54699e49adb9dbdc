/* fuzz/time: every byte picks a word of time, so that nearly all inputs are dense with dates that no writer would write.
 * The first byte chooses whether the day of writing is known. Checks order, spans and days of what is read. */
#include "fuzz.h"

#include <string.h>

#include "time/time.h"

static const char *const words[] = {
  "يوم", "اليوم", "أمس", "غدا", "الاثنين", "الجمعة", "5", "31", "99", "0", "12", "2024", "1445", "99999", "9999999999",
  "يناير", "فبراير", "(شباط)", "مارس", "كانون الثاني", "رمضان", "شوال", "محرم", "هـ", "م", "الموافق", "من", "إلى", "حتى",
  "بين", "و", "و5", "والسبت", "وأغسطس", "/", "-", ".", ",", "،", ":", "(", ")", "عام", "العام", "سنة", "شهر", "الشهر",
  "أسبوع", "الأسبوع", "ساعة", "الساعة", "ساعتين", "عامين", "أيام", "سنوات", "القرن", "العقد", "عقود", "الماضي", "المقبل",
  "الجاري", "نفسه", "التالي", "السابق", "الأخيرة", "قبل", "بعد", "منذ", "خلال", "بعد ذلك", "بيومين", "نحو", "أكثر من",
  "ثلاثة", "عشر", "مئة", "ألف", "ألفين", "نصف", "ربع", "ونصف", "والنصف", "الأول", "الثالثة", "العشرين", "والعشرين",
  "مطلع", "أواخر", "صيف", "الصيف", "مساء", "صباحا", "ليل", "منتصف الليل", "كل", "سنويا", "عيد الفطر", "الثمانينات",
  "ق.م", "موسم", "الموسم", "الربع", "النصف", "ثورة", "حرب", "كأس العالم", "القرار", "جسر", "عاما", "\n", "قال", "سيصل",
  "مثل هذا اليوم", "مرور", "الذكرى", "مضت", "الذي", "كان مقررا", "بحلول", "ابتداء من", "نفس الشهر", "الدراسي", "وصل", "الدقيقة",
  "أمس «الخميس»", "فقط", "على", "الشهري", "المقبلة", "1436/1437"
};

static void
check_reading (const TarikhTimeReading *reading, gsize length)
{
  guint32 last = 0;

  for (guint i = 0; i < reading->exprs->len; i++) {
    const TarikhTimeExpr *expr = reading->exprs->pdata[i];
    g_assert_cmpuint (expr->span.start, >=, last);
    g_assert_cmpuint (expr->span.start, <, expr->span.end);
    g_assert_cmpuint (expr->span.end, <=, length);
    if (tarikh_base_interval_is_known (expr->days))
      g_assert_cmpint (expr->days.first, <=, expr->days.last);
    g_assert_true (expr->value != NULL && *expr->value != '\0' && g_str_is_ascii (expr->value));
    last = expr->span.end;
  }
  if (tarikh_base_interval_is_known (reading->published))
    g_assert_cmpint (reading->published.first, <=, reading->published.last);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (size < 2)
    return 0;
  g_autoptr (GString) story_text = g_string_new (NULL);
  for (size_t i = 1; i < size; i++) {
    g_string_append (story_text, words[data[i] % G_N_ELEMENTS (words)]);
    if (data[i] < 0xe0) /* some words are glued to the next */
      g_string_append_c (story_text, ' ');
  }
  TarikhStory story = { .text = story_text->str, .text_length = story_text->len, .lang = (char *) "ar",
                        .published = (data[0] & 1) != 0 ? TARIKH_DAY_NONE : tarikh_base_day_from_date (2024, 6, 20),
                        .published_minute = (data[0] & 2) != 0 ? 615 : -1 };
  g_autoptr (TarikhText) text = tarikh_text_new (story_text->str, story_text->len);
  g_autoptr (TarikhTimeReading) reading = tarikh_time_read (&story, text, tarikh_lexicon_get ("ar"));
  check_reading (reading, story_text->len);
  g_autofree char *dump = tarikh_time_reading_dump (reading, &story);
  g_assert_nonnull (dump);
  return 0;
}
