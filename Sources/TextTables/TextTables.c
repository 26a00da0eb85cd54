#include "TextTables.h"

static const uint8_t readings[] = {
#embed "Han/readings.txt"
};
static const uint8_t polyphones[] = {
#embed "Han/polyphones.txt"
};
static const uint8_t surnames[] = {
#embed "Han/surnames.txt"
};
static const uint8_t palladius[] = {
#embed "Han/palladius.txt"
};
static const uint8_t gazetteer[] = {
#embed "gazetteer.tsv"
};
static const uint8_t kazakh_words[] = {
#embed "Kazakh/words.txt"
};
static const uint8_t russian_stems[] = {
#embed "Russian/stems.txt"
};
static const uint8_t kazakh_brands[] = {
#embed "Kazakh/brands.txt"
};

keruen_text_table keruen_han_readings(void) { return (keruen_text_table){readings, sizeof readings}; }
keruen_text_table keruen_han_polyphones(void) { return (keruen_text_table){polyphones, sizeof polyphones}; }
keruen_text_table keruen_han_surnames(void) { return (keruen_text_table){surnames, sizeof surnames}; }
keruen_text_table keruen_palladius(void) { return (keruen_text_table){palladius, sizeof palladius}; }
keruen_text_table keruen_gazetteer(void) { return (keruen_text_table){gazetteer, sizeof gazetteer}; }
keruen_text_table keruen_kazakh_words(void) { return (keruen_text_table){kazakh_words, sizeof kazakh_words}; }
keruen_text_table keruen_kazakh_brands(void) { return (keruen_text_table){kazakh_brands, sizeof kazakh_brands}; }
keruen_text_table keruen_russian_stems(void) { return (keruen_text_table){russian_stems, sizeof russian_stems}; }
