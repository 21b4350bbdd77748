//! Which of two classes is the "yes", judged by their names.

/// Words for yes, in lower case and separated by spaces.
const YES: &str = "1 yes ja true pass passed positive success successful accepted admitted approved correct ok \
    √ ✓ ✔ ○ \
    是 有 对 真 优秀 及格 合格 通过 达标 录取 获奖 得奖 入选 当选 三好 三好学生 成功 正确 阳性 赞成 同意 不错 不凡 非凡";

/// Words for no, in lower case and separated by spaces.
const NO: &str = "0 no nein none false fail failed failure negative rejected incorrect wrong ordinary unsuccessful \
    × ✗ ✘ ✕ \
    否 非 不 未 无 没 没有 错 假 差 一般 普通 普通学生 落选 落榜 失败 错误 阴性 反对 拒绝 淘汰";

/// Letters that mean yes and no beside each other, or beside a known word, and nothing elsewhere: F may also be female.
const LETTERS: [(&str, &str); 4] = [("t", "f"), ("y", "n"), ("o", "x"), ("v", "x")];

/// Chinese prefixes that negate what follows, the longer ones first.
const CHINESE: [&str; 7] = ["没有", "未能", "没", "未", "不", "非", "无"];

/// How words begin that only look negated: very, Africa, Wuxi, future, unrivalled.
const NOT_NEGATED: [&str; 5] = ["非常", "非洲", "无锡", "未来", "无敌"];

/// English prefixes that negate what follows, after a word boundary or a hyphen.
const ENGLISH: [&str; 3] = ["not", "no", "non"];

/// Whether the first of two classes is the "yes" and the second is not; `false` where the names do not say.
///
/// A name is a yes or a no if it is a known word for it, or if it negates the other name or a known word for yes.
/// A Chinese prefix of negation (不, 未, 没, 非, 无) is also a no where the other name has none. Case does not matter.
pub(crate) fn is_yes_first(first: &str, second: &str) -> bool {
    let [first, second] = [first, second]
        .map(|name| name.trim().chars().map(half_width).collect::<String>().to_ascii_lowercase());
    let (says_first, says_second) = (says_yes(&first, &second), says_yes(&second, &first));
    (says_first == Some(true) && says_second != Some(true))
        || (says_second == Some(false) && says_first != Some(false))
}

/// Whether a name means yes or no beside the other name; `None` where nothing says so.
fn says_yes(name: &str, other: &str) -> Option<bool> {
    if let Some(known) = known(name) {
        return Some(known);
    }
    for (yes, no) in LETTERS {
        if name == yes && (other == no || known(other) == Some(false)) {
            return Some(true);
        }
        if name == no && (other == yes || known(other) == Some(true)) {
            return Some(false);
        }
    }
    if negated(name).any(|rest| rest == other) {
        // "Not failed" beside "failed" is the yes.
        return Some(known(other) == Some(false));
    }
    let no = negated(name).any(|rest| known(rest) == Some(true))
        || (is_negated_in_chinese(name) && !is_negated_in_chinese(other));
    no.then_some(false)
}

fn known(name: &str) -> Option<bool> {
    let is_in = |words: &str| words.split(' ').any(|word| word == name);
    if is_in(YES) { Some(true) } else { is_in(NO).then_some(false) }
}

fn is_negated_in_chinese(name: &str) -> bool {
    let is_start = |start: &&str| name.starts_with(*start);
    CHINESE.iter().any(is_start) && !NOT_NEGATED.iter().any(is_start)
}

/// What a name negates, by each prefix that it may begin with.
fn negated(name: &str) -> impl Iterator<Item = &str> {
    let chinese = CHINESE.iter().filter_map(|prefix| name.strip_prefix(prefix));
    let words = ENGLISH.iter().filter_map(|prefix| {
        let rest = name.strip_prefix(prefix)?;
        let word = rest.trim_start_matches([' ', '-', '_']);
        (word.len() < rest.len()).then_some(word)
    });
    let joined = ["un", "in", "non"].iter().filter_map(|prefix| name.strip_prefix(prefix));
    chinese.chain(words).chain(joined).filter(|rest| !rest.is_empty())
}

/// A full-width form as the ASCII character that it stands for; any other character is itself.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::is_yes_first;

    #[test]
    fn the_yes_is_found_in_both_orders() {
        for (no, yes) in [
            ("fail", "pass"),
            ("FAILED", "Passed"),
            ("不及格", "及格"),
            ("未及格", "及格"),
            ("一般", "优秀"),
            ("普通", "优秀"),
            ("无", "有"),
            ("没有", "有"),
            ("×", "√"),
            ("x", "√"),
            ("✗", "✓"),
            ("F", "T"),
            ("N", "Y"),
            ("Ｎ", "Ｙ"),
            ("n", "yes"),
            ("no", "yes"),
            ("Nein", "Ja"),
            ("False", "True"),
            ("未通过", "通过"),
            ("未能通过", "通过"),
            ("不达标", "良好"),
            ("没有获奖", "获奖"),
            ("非三好", "三好"),
            ("普通学生", "三好学生"),
            ("一般", "非常好"),
            ("不好", "非常好"),
            ("一般", "不错"),
            ("unsafe", "safe"),
            ("inactive", "active"),
            ("not safe", "safe"),
            ("not-safe", "safe"),
            ("non-smoker", "smoker"),
            ("nonsmoker", "smoker"),
            ("not passed", "pass"),
            ("no award", "award"),
            ("failed", "not failed"),
            ("失败", "成功"),
            ("other", "三好学生"),
            ("fail", "distinction"),
            ("0", "是"),
        ] {
            assert!(is_yes_first(yes, no), "{yes}, {no}");
            assert!(!is_yes_first(no, yes), "{no}, {yes}");
        }
    }

    #[test]
    fn names_that_say_nothing_keep_their_order() {
        for (a, b) in [
            ("A", "B"),
            ("甲", "乙"),
            ("男", "女"),
            ("M", "F"),
            ("N", "S"),
            ("X", "Y"),
            ("normal", "abnormal"),
            ("under", "over"),
            ("under", "done"),
            ("note", "e"),
            ("north", "south"),
            ("novel", "poem"),
            ("infant", "adult"),
            ("非常好", "好"),
            ("非洲", "亚洲"),
            ("不及格", "未通过"),
            ("pass", "success"),
            ("一般", "普通"),
        ] {
            assert!(!is_yes_first(a, b), "{a}, {b}");
            assert!(!is_yes_first(b, a), "{b}, {a}");
        }
    }
}
