// The readable data files on identity, compiled in: who has to show which document when, and how long it is kept.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *_Nonnull bytes;
    size_t length;
} keruen_identity_table;

keruen_identity_table keruen_identity_requirements(void);
keruen_identity_table keruen_identity_retention(void);
