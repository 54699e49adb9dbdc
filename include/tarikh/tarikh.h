/* tarikh: reads news stories, finds what happened when, draws it as a timeline. The public API. */
#pragma once
