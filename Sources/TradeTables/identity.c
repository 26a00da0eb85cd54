#include "IdentityTables.h"

static const uint8_t requirements[] = {
#embed "identity.tsv"
};

static const uint8_t retention[] = {
#embed "retention.tsv"
};

keruen_identity_table keruen_identity_requirements(void) {
    return (keruen_identity_table){requirements, sizeof requirements};
}

keruen_identity_table keruen_identity_retention(void) {
    return (keruen_identity_table){retention, sizeof retention};
}
