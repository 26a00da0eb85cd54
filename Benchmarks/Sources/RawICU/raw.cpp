#include "RawICU.h"

#include <unicode/ucol.h>
#include <unicode/umsg.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <string>
#include <vector>

namespace {

uint64_t nanoseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - start).count();
}

std::u16string utf16(const char *text, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    std::u16string result(length, u'\0');
    int32_t needed = 0;
    u_strFromUTF8(result.data(), length, &needed, text, length, &status);
    result.resize(needed);
    return result;
}

UCollator *open(const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UCollator *collator = ucol_open(locale, &status);
    ucol_setAttribute(collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
    return collator;
}

}  // namespace

uint64_t raw_transliterate(const char *id, const char *texts, const uint32_t *ends, int32_t count, uint64_t *result) {
    UErrorCode status = U_ZERO_ERROR;
    std::u16string name = utf16(id, (int32_t)strlen(id));
    UTransliterator *transform = utrans_openU(name.data(), (int32_t)name.size(), UTRANS_FORWARD, nullptr, 0, nullptr, &status);
    std::vector<std::u16string> inputs;
    for (int32_t i = 0; i < count; i++) {
        uint32_t start = i == 0 ? 0 : ends[i - 1];
        inputs.push_back(utf16(texts + start, ends[i] - start));
    }
    std::vector<UChar> buffer(1 << 16);
    uint64_t sum = 0;
    auto begin = std::chrono::steady_clock::now();
    for (const auto &input : inputs) {
        std::copy(input.begin(), input.end(), buffer.begin());
        int32_t length = (int32_t)input.size(), limit = length;
        utrans_transUChars(transform, buffer.data(), &length, (int32_t)buffer.size(), 0, &limit, &status);
        sum += length;
    }
    uint64_t took = nanoseconds_since(begin);
    utrans_close(transform);
    *result = sum;
    return took;
}

uint64_t raw_compare(const char *locale, const char *texts, const uint32_t *ends, int32_t count, uint64_t *result) {
    UCollator *collator = open(locale);
    uint64_t sum = 0;
    auto begin = std::chrono::steady_clock::now();
    for (int32_t i = 1; i < count; i++) {
        uint32_t start = i == 1 ? 0 : ends[i - 2];
        UErrorCode status = U_ZERO_ERROR;
        sum += ucol_strcollUTF8(collator, texts + start, ends[i - 1] - start, texts + ends[i - 1], ends[i] - ends[i - 1],
                                &status) == UCOL_LESS;
    }
    uint64_t took = nanoseconds_since(begin);
    ucol_close(collator);
    *result = sum;
    return took;
}

uint64_t raw_sort(const char *locale, const char *texts, const uint32_t *ends, int32_t count, uint32_t *order) {
    struct Place {
        uint64_t prefix;
        uint32_t start, length, index;
    };
    UCollator *collator = open(locale);
    auto begin = std::chrono::steady_clock::now();
    std::vector<uint8_t> keys;
    keys.reserve((size_t)count * 48);
    std::vector<Place> places;
    places.reserve(count);
    std::vector<UChar> buffer(1 << 16);
    std::vector<uint8_t> key(1 << 16);
    for (int32_t i = 0; i < count; i++) {
        uint32_t start = i == 0 ? 0 : ends[i - 1];
        UErrorCode status = U_ZERO_ERROR;
        int32_t length = 0;
        u_strFromUTF8(buffer.data(), (int32_t)buffer.size(), &length, texts + start, ends[i] - start, &status);
        uint32_t size = ucol_getSortKey(collator, buffer.data(), length, key.data(), (int32_t)key.size()) - 1;
        uint64_t prefix = 0;
        for (uint32_t at = 0; at < 8; at++) prefix = prefix << 8 | (at < size ? key[at] : 0);
        places.push_back({prefix, (uint32_t)keys.size(), size, (uint32_t)i});
        keys.insert(keys.end(), key.begin(), key.begin() + size);
    }
    std::sort(places.begin(), places.end(), [&](const Place &a, const Place &b) {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        int compared = memcmp(keys.data() + a.start, keys.data() + b.start, std::min(a.length, b.length));
        if (compared != 0) return compared < 0;
        return a.length == b.length ? a.index < b.index : a.length < b.length;
    });
    for (int32_t i = 0; i < count; i++) order[i] = places[i].index;
    uint64_t took = nanoseconds_since(begin);
    ucol_close(collator);
    return took;
}

uint64_t raw_umsg(const char *locale, const char *pattern, int32_t count, uint64_t *result) {
    UErrorCode status = U_ZERO_ERROR;
    std::u16string source = utf16(pattern, (int32_t)strlen(pattern));
    UMessageFormat *format = umsg_open(source.data(), (int32_t)source.size(), locale, nullptr, &status);
    uint64_t sum = 0;
    UChar text[256];
    char bytes[512];
    auto begin = std::chrono::steady_clock::now();
    for (int32_t i = 0; i < count; i++) {
        int32_t length = umsg_format(format, text, 256, &status, (double)(i % 12345)), size = 0;
        u_strToUTF8(bytes, sizeof bytes, &size, text, length, &status);
        sum += (uint64_t)size;
    }
    uint64_t took = nanoseconds_since(begin);
    umsg_close(format);
    *result = U_SUCCESS(status) ? sum : 0;
    return took;
}

uint64_t raw_unumf_plural(const char *locale, const char *one, const char *few, const char *many, int32_t count,
                          uint64_t *result) {
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormatter *format = unumf_openForSkeletonAndLocale(u"", 0, locale, &status);
    UPluralRules *rules = uplrules_open(locale, &status);
    UFormattedNumber *number = unumf_openResult(&status);
    size_t lengths[] = {strlen(one), strlen(few), strlen(many)};
    uint64_t sum = 0;
    UChar text[64], category[16];
    char bytes[512];
    auto begin = std::chrono::steady_clock::now();
    for (int32_t i = 0; i < count; i++) {
        unumf_formatInt(format, i % 12345, number, &status);
        int32_t length = unumf_resultToString(number, text, 64, &status), size = 0;
        u_strToUTF8(bytes, sizeof bytes, &size, text, length, &status);
        uplrules_selectFormatted(rules, number, category, 16, &status);
        int which = category[0] == 'o' ? 0 : category[0] == 'f' ? 1 : 2;
        memcpy(bytes + size, which == 0 ? one : which == 1 ? few : many, lengths[which]);
        sum += (uint64_t)size + lengths[which];
    }
    uint64_t took = nanoseconds_since(begin);
    unumf_closeResult(number);
    uplrules_close(rules);
    unumf_close(format);
    *result = U_SUCCESS(status) ? sum : 0;
    return took;
}
