//! What one cell holds: a number, a name marked as text, classes listed in brackets, or nothing known.

use csv::{QuoteStyle, ReaderBuilder, StringRecord, WriterBuilder};

use super::UNKNOWN;
use crate::data::yes_no::half_width;
use crate::spec::error::written;

/// Names in brackets, separated and quoted as the cells of a CSV line: `[1,2,"3, or more"]`.
pub(super) fn bracketed(names: &[String]) -> String {
    // In quotes a bracket is not taken for the list's own.
    let has_brackets = names.iter().any(|name| name.contains(['[', ']']));
    let style = if has_brackets { QuoteStyle::Always } else { QuoteStyle::Necessary };
    let mut writer = WriterBuilder::new().quote_style(style).from_writer(vec![]);
    // Nothing fails that is written to memory.
    if !names.is_empty() {
        _ = writer.write_record(names);
    }
    let line = writer.into_inner().unwrap_or_default();
    format!("[{}]", String::from_utf8_lossy(&line).trim_end_matches('\n'))
}

/// The names that [`bracketed`] has written; `None` for another text.
pub(super) fn unbracketed(text: &str) -> Option<Vec<String>> {
    let line = text.strip_prefix('[')?.strip_suffix(']')?;
    let mut record = StringRecord::new();
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    reader.read_record(&mut record).ok()?;
    let names: Vec<String> = record.iter().map(str::to_owned).collect();
    (bracketed(&names) == text).then_some(names)
}

/// Whether a spreadsheet would compute a text. A number that it would write in the same way is none.
fn is_formula(text: &str) -> bool {
    let text = text.trim();
    let is_plain_number = || number(text).is_some_and(|number| number.is_finite() && written(number) == text);
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_plain_number()
}

/// A name as it is written into a cell: without the spaces, tabs and line ends around it, and with the apostrophe that
/// makes it a text where a spreadsheet would compute it. One that looks as if it had one already gets another.
pub(super) fn with_text_mark(name: &str) -> String {
    let name = name.trim();
    if is_formula(name.trim_start_matches('\'')) { format!("'{name}") } else { name.to_owned() }
}

/// The name in a cell that [`with_text_mark`] has written.
pub(super) fn without_text_mark(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(name) if is_formula(name.trim_start_matches('\'')) => name.trim().to_owned(),
        _ => cell.to_owned(),
    }
}

/// A cell as a number; digits, point and sign may be full-width, as Chinese keyboards write them.
pub(super) fn number(cell: &str) -> Option<f64> {
    cell.parse().or_else(|_| cell.chars().map(half_width).collect::<String>().parse()).ok()
}

/// Whether a target is to be predicted. A listed class may be called `?`.
pub(super) fn is_unknown(cell: &str, listed: &[String]) -> bool {
    UNKNOWN.contains(&cell) && !listed.iter().any(|class| class.trim() == cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_be_full_width_and_words_are_none() {
        assert_eq!(number("－１２．５ｅ＋１"), Some(-125.0));
        assert_eq!(number("1e999"), Some(f64::INFINITY));
        assert!(number("NaN").is_some_and(f64::is_nan));
        for text in ["", "+", ".", "e5", "1e", "--1", "1.2.3", "0x10", "1_000", "九十", "1 2", "½"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_cell_of_a_megabyte_is_read_at_once() {
        let nines = "9".repeat(1_000_000);
        assert_eq!(number(&nines), Some(f64::INFINITY));
        assert_eq!(number(&format!("0.{nines}")), Some(1.0));
    }
}
