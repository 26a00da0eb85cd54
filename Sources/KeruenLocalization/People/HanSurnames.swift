extension HanName {
    /// Surnames of two characters, the commonest of the Hundred Family Surnames and of today, in Simplified characters and, where
    /// those differ, in Traditional ones. Not in the list are those that are likelier one character and a given name (第五, 百里).
    static let compoundSurnames: Set<String> = Set(
        """
        欧阳 上官 司马 诸葛 司徒 皇甫 慕容 尉迟 长孙 宇文 令狐 澹台 夏侯 公孙 轩辕 东方 端木 南宫 独孤 闻人 赫连 濮阳 \
        淳于 单于 太叔 申屠 仲孙 钟离 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 \
        呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 公冶 公羊 宗政 万俟 完颜 纳兰 叶赫 爱新 那拉
        歐陽 司馬 諸葛 尉遲 長孫 澹臺 公孫 軒轅 東方 南宮 獨孤 聞人 赫連 濮陽 單于 仲孫 鍾離 鮮于 閭丘 子車 巫馬 顓孫 \
        壤駟 樂正 穀梁 東郭 南門 東門 西門 完顏 納蘭 葉赫 愛新 萬俟
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
