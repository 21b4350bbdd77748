/** The messages of Rust's deserializer, serde, in Chinese: what a file or a link has in place of what belongs there. */

const KINDS: readonly [RegExp, string][] = [
  [/^string "(.*)"$/s, "文字“$1”"],
  [/^(?:integer|floating point) `(.+)`$/, "数 $1"],
  [/^boolean `(.+)`$/, "$1"],
  [/^(?:null|unit value|Option value|unit)$/, "空值"],
  [/^(?:sequence|a sequence|an array.*|tuple .*|a tuple.*)$/, "一列值"],
  [/^(?:map|a map|struct .*|newtype struct|an object)$/, "一组有名字的值"],
  [/^(?:a string|string)$/, "文字"],
  [/^(?:a boolean|bool)$/, "true 或 false"],
  [/^(?:usize|u8|u16|u32|u64)$/, "不小于 0 的整数"],
  [/^(?:i8|i16|i32|i64|isize)$/, "整数"],
  [/^(?:f32|f64|a number)$/, "数"],
  [/^a number or the name of a class$/, "数或者类别的名称"],
  [/^enum .*$/, "一个名称"],
  [/^JsValue\(.*\)$/s, "别种值"],
  [/^(\d+)(?: elements?)?$/, "$1 个"],
];

function kind(text: string): string {
  const found = KINDS.find(([pattern]) => pattern.test(text));
  return found === undefined ? text : text.replace(...found);
}

/** Names in back quotes, as serde lists them: `a`, `b` or `a` or `b`. */
function listed(names: string): string {
  return [...names.matchAll(/`([^`]*)`/g)].map(([, name]) => `“${name}”`).join("、");
}

const SENTENCES: readonly [RegExp, (parts: readonly string[]) => string][] = [
  [
    /^unknown field `(.*)`, expected (?:one of )?(.*)$/s,
    ([name, known = ""]) => `没有叫“${name}”的项，可以有的是${listed(known)}`,
  ],
  [/^unknown field `(.*)`, there are no fields$/s, ([name]) => `没有叫“${name}”的项`],
  [
    /^unknown variant `(.*)`, expected (?:one of )?(.*)$/s,
    ([name, known = ""]) => `没有“${name}”这一种，可以写的是${listed(known)}`,
  ],
  [/^missing field `(.*)`$/s, ([name]) => `缺少“${name}”这一项`],
  [/^duplicate field `(.*)`$/s, ([name]) => `“${name}”写了两次`],
  [
    /^invalid (?:type|value): (.*), expected (.*)$/s,
    ([is = "", wanted = ""]) => `这里是${kind(is)}，应当是${kind(wanted)}`,
  ],
  [
    /^invalid length (\d+), expected (.*)$/s,
    ([length, wanted = ""]) => `这里有 ${length} 个值，应当是 ${kind(wanted)}`,
  ],
  [
    /^(.*) is not a version from (\d+) to (\d+)$/,
    ([version, first, last]) => `没有版本 ${version}，只有 ${first} 到 ${last}`,
  ],
  [/ at line (\d+) column (\d+)$/, ([line, column]) => `第 ${line} 行第 ${column} 个字符处不合 JSON 的写法`],
];

/** The message in Chinese; one that is not known comes as it is, after a colon. */
export function malformedZh(message: string): string {
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(message);
    if (match !== null) return sentence(match.slice(1));
  }
  return `读不懂：${message}`;
}
