#include "LocalizationTables.h"

static const uint8_t language_laws[] = {
#embed "language-laws.tsv"
};

keruen_localization_table keruen_language_laws(void) {
    return (keruen_localization_table){language_laws, sizeof language_laws};
}
