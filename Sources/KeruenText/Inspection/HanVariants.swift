extension TextInspection {
    /// Traditional characters in a Simplified text, or the other way round.
    func wrongHan(in text: String) -> [TextFinding] {
        let (kind, variants): (TextFinding.Kind, [Character: Character])
        switch writing {
        case .simplified: (kind, variants) = (.traditionalInSimplified, HanVariants.simplified)
        case .traditional: (kind, variants) = (.simplifiedInTraditional, HanVariants.traditional)
        default: return []
        }
        // Japanese writes Traditional and Simplified characters, and kana between them; a lone の decorates Chinese shops,
        // and U+30FB is the dot in foreign names.
        let kana = text.unicodeScalars.lazy.filter { (0x3041...0x30FF).contains($0.value) && $0.value != 0x30FB }
        guard text.hasScalar(where: { HanVariants.range.contains($0.value) }), kana.prefix(2).count < 2
        else { return [] }
        // By words: 发 is 髮 in 头发 and 發 in 发展.
        let whole = Self.converted(text, to: writing).map(Array.init)
        return text.runs { variants[$0] != nil }.map { run, offset in
            let repair = whole.map { String($0[offset..<offset + run.count]) } ?? String(run.map { variants[$0] ?? $0 })
            return TextFinding(kind, run, at: offset, repair: repair)
        }
    }

    /// The whole text by OpenCC's words; nil where it is not installed or a character became two.
    private static func converted(_ text: String, to writing: Writing) -> String? {
        let conversion = writing == .simplified ? toSimplified : toTraditional
        guard let converted = try? conversion?.string(text), converted.count == text.count else { return nil }
        return converted
    }

    private static let toSimplified = try? HanConversion("t2s")
    private static let toTraditional = try? HanConversion("s2t")
}

/// The characters that only one of the two ways to write Chinese has, each with its counterpart.
enum HanVariants {
    static let range: ClosedRange<UInt32> = 0x3400...0x9FFF

    /// Traditional → Simplified. Left out are those that Simplified keeps in some words and names: 乾隆, 名著, 宫商角徵羽, 瞭望, 狼藉.
    static let simplified = table("Hant-Hans", except: "囍乾俱吒夥姊後徵摺於箝苎菸著藉跤阪麽瞭昇陞甦邨甯釐氾苧睪")

    /// Simplified → Traditional. Left out are those that are Traditional characters as well: 皇后, 茶几, 北斗, 朴子.
    static let traditional = table(
        "Hans-Hant",
        except: "万丑丰么于云仆佣凄几占厂厘后吨喂夸宁尸岭帘干并彷征忏怜愿挂挽斗昵晒朴杆杠杰柜栖棱沉泄泞洒涂涌淀漓炖瓮痒睾篱网羡肮胜"
            + "腊腌膻舍苧苹范荐虫蚕蜡赶踊适采据着筑恒确党叶种葱礴")

    /// ICU's rules, asked once for each character by itself: on a whole text they would not tell what changed.
    private static func table(_ transform: String, except kept: String) -> [Character: Character] {
        let all = range.compactMap(Unicode.Scalar.init).map(Character.init)
        let list = all.map(String.init).joined(separator: "\n")
        guard let changed = try? ICUTransform(transform).string(list).split(separator: "\n"), changed.count == all.count
        else {
            return [:]
        }
        var table: [Character: Character] = [:]
        for (character, line) in zip(all, changed) where !kept.contains(character) {
            if let other = line.first, other != character, line.count == 1 { table[character] = other }
        }
        return table
    }
}
