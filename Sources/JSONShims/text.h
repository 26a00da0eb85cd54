#pragma once

#include <cstdint>
#include <string_view>

// What the letters of a text say about it, by its bytes, which are UTF-8.
struct text_facts {
    uint32_t characters; // code points: no fewer than readers count
    bool is_sure;        // written in its language's script, and no word mixes two
};

text_facts look_at_text(std::string_view text, uint8_t script);

// A number for a short text; equal ones for equal texts, and next to never for others.
uint64_t hash_of(std::string_view text);
