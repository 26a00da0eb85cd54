#include "RawJSON.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "simdjson.h"

using namespace simdjson;
using std::string_view;

namespace {

constexpr size_t BLOCK = 4 << 20;

// A file in blocks of whole lines.
struct blocks {
    int file;
    std::mutex lock;
    std::vector<char> rest;

    size_t next(std::vector<char> &block) {
        std::lock_guard<std::mutex> guard(lock);
        if (block.size() < BLOCK * 2 + SIMDJSON_PADDING) block.resize(BLOCK * 2 + SIMDJSON_PADDING);
        size_t count = rest.size();
        memcpy(block.data(), rest.data(), count);
        while (count < BLOCK) {
            ssize_t got = read(file, block.data() + count, BLOCK - count);
            if (got <= 0) break;
            count += size_t(got);
        }
        if (count == 0) return 0;
        auto *last = static_cast<char *>(memrchr(block.data(), '\n', count));
        size_t end = last == nullptr ? count : size_t(last - block.data()) + 1;
        rest.assign(block.data() + end, block.data() + count);
        return end;
    }
};

struct sums {
    uint64_t sum = 0, products = 0;
    void add(simdjson_result<ondemand::value> value) {
        string_view text;
        if (value.get_string().get(text) == SUCCESS) sum += text.size() + uint8_t(text.empty() ? 0 : text[0]);
    }
    void texts(simdjson_result<ondemand::value> value) {
        ondemand::object object;
        if (value.get_object().get(object)) return;
        for (auto field : object) add(field.value());
    }
};

// In the order in which the fields stand.
void product(ondemand::document &document, sums &own) {
    ondemand::object root;
    if (document.get_object().get(root)) return;
    own.products++;
    string_view kind;
    own.add(root["id"]);
    if (root["kind"].get_string().get(kind)) return;
    own.add(root["category"]);
    own.texts(root["title"]);
    own.texts(root["description"]);
    own.add(root["image"]);
    own.add(root["added"]);
    if (kind == "tour") {
        ondemand::object tour;
        if (root["tour"].get_object().get(tour)) return;
        int64_t number;
        if (tour["days"].get_int64().get(number) == SUCCESS) own.sum += uint64_t(number);
        if (tour["nights"].get_int64().get(number) == SUCCESS) own.sum += uint64_t(number);
        own.add(tour["region"]);
        own.texts(tour["meetingPoint"]);
        own.add(tour["timeZone"]);
        own.add(tour["startTime"]);
        ondemand::array list;
        if (tour["guideLanguages"].get_array().get(list) == SUCCESS) for (auto element : list) own.add(std::move(element));
        ondemand::object size;
        if (tour["groupSize"].get_object().get(size) == SUCCESS) {
            if (size["min"].get_int64().get(number) == SUCCESS) own.sum += uint64_t(number);
            if (size["max"].get_int64().get(number) == SUCCESS) own.sum += uint64_t(number);
        }
        if (tour["departures"].get_array().get(list) == SUCCESS) for (auto element : list) own.add(std::move(element));
        if (tour["cancellationHours"].get_int64().get(number) == SUCCESS) own.sum += uint64_t(number);
        bool answer;
        if (tour["borderPermit"].get_bool().get(answer) == SUCCESS) own.sum += answer;
        own.texts(tour["includes"]);
    } else {
        own.add(root["origin"]);
        own.add(root["hsCode"]);
        ondemand::object craft;
        if (root["handicraft"].get_object().get(craft)) return;
        ondemand::array materials;
        if (craft["materials"].get_array().get(materials) == SUCCESS) {
            for (auto element : materials) {
                ondemand::object line;
                if (std::move(element).get_object().get(line)) continue;
                own.add(line["material"]);
                int64_t share;
                if (line["share"].get_int64().get(share) == SUCCESS) own.sum += uint64_t(share);
            }
        }
        own.texts(craft["technique"]);
        own.add(craft["region"]);
        own.texts(craft["artisan"]);
        own.texts(craft["size"]);
        own.add(craft["made"]);
        bool answer;
        if (craft["oneOfAKind"].get_bool().get(answer) == SUCCESS) own.sum += answer;
    }
    ondemand::array variants;
    if (root["variants"].get_array().get(variants)) return;
    for (auto element : variants) {
        ondemand::object variant;
        if (std::move(element).get_object().get(variant)) continue;
        own.add(variant["sku"]);
        own.texts(variant["prices"]);
        ondemand::object stock;
        if (variant["stock"].get_object().get(stock) == SUCCESS) {
            for (auto field : stock) {
                int64_t count;
                if (field.value().get_int64().get(count) == SUCCESS) own.sum += uint64_t(count);
            }
        }
        if (kind == "tour") continue;
        ondemand::object options;
        if (variant["options"].get_object().get(options) == SUCCESS) {
            for (auto field : options) own.texts(field.value());
        }
        own.add(variant["gtin"]);
        own.add(variant["weight"]);
    }
}

}  // namespace

extern "C" uint64_t raw_json_products(const char *path, uint32_t threads, uint64_t *products) {
    blocks source{open(path, O_RDONLY), {}, {}};
    std::vector<sums> all(threads);
    auto work = [&](sums &own) {
        std::vector<char> block;
        ondemand::parser parser;
        while (size_t count = source.next(block)) {
            for (size_t start = 0; start < count;) {
                auto *feed = static_cast<char *>(memchr(block.data() + start, '\n', count - start));
                size_t end = feed == nullptr ? count : size_t(feed - block.data());
                ondemand::document document;
                if (end > start &&
                    parser.iterate(block.data() + start, end - start, end - start + SIMDJSON_PADDING).get(document) == SUCCESS) {
                    product(document, own);
                }
                start = end + 1;
            }
        }
    };
    std::vector<std::thread> workers;
    for (uint32_t at = 1; at < threads; at++) workers.emplace_back(work, std::ref(all[at]));
    work(all[0]);
    for (auto &worker : workers) worker.join();
    close(source.file);
    uint64_t sum = 0;
    *products = 0;
    for (auto &own : all) {
        sum += own.sum;
        *products += own.products;
    }
    return sum;
}
