#include "TextShims.h"

#include <libstemmer.h>
#include <pthread.h>
#include <string.h>

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void close_stemmer(void *stemmer) { sb_stemmer_delete(stemmer); }
static void make_key(void) { pthread_key_create(&key, close_stemmer); }

int32_t ktext_stem_russian(const uint8_t *word, int32_t length, uint8_t *out, int32_t capacity) {
    pthread_once(&once, make_key);
    struct sb_stemmer *stemmer = pthread_getspecific(key);
    if (stemmer == NULL) {
        stemmer = sb_stemmer_new("russian", "UTF_8");
        if (stemmer == NULL || pthread_setspecific(key, stemmer) != 0) {
            sb_stemmer_delete(stemmer);
            stemmer = NULL;
        }
    }
    const sb_symbol *stem = stemmer ? sb_stemmer_stem(stemmer, word, length) : NULL;
    // Without memory the word is its own stem.
    int32_t needed = stem ? sb_stemmer_length(stemmer) : length;
    if (needed <= capacity) memcpy(out, stem ? stem : word, (size_t)needed);
    return needed;
}
