//! Tables from CSV files and back.

mod number;

use crate::spec::check::check_score;
use crate::spec::error::{Error, Location, Quantity, Rule, quoted, written};
use crate::spec::table::{Student, Table, Target};
use number::number;

/// Headers under which the first column is a name even if every name is a number.
const NAME_HEADERS: [&str; 8] = ["name", "姓名", "名字", "学生", "学号", "student", "id", "编号"];

/// Words that mean yes where targets are two words: that class becomes the second.
const YES: [&str; 10] = ["1", "是", "yes", "true", "y", "三好学生", "三好", "通过", "合格", "对"];

impl Table {
    /// Reads a table from the bytes of a CSV file in UTF-8.
    ///
    /// The first row names the columns, which are separated by commas, semicolons or tabs. A first column of text is
    /// the name; the last column is the target; those between are subjects. Targets that are all numbers stay numbers,
    /// except that 0 and 1 alone are two classes, as are two different words; more words are more classes, in the order
    /// of their first appearance. An empty target or `?` is to be predicted. Full-width digits are digits.
    ///
    /// # Errors
    /// The first cell, row or column that cannot be taken, with its place; nothing is skipped but empty rows.
    ///
    /// ```
    /// let table = sanhao::Table::from_csv("姓名,德育,智育,体育,总分\n甲,90,80,70,85\n乙,98,95,87,?\n".as_bytes()).unwrap();
    /// assert_eq!(table.subjects, ["德育", "智育", "体育"]);
    /// assert_eq!(table.students[1].target, None);
    ///
    /// let error = sanhao::Table::from_csv("姓名,智育,总分\n甲,九十,85\n".as_bytes()).unwrap_err();
    /// assert_eq!(error.to_string(), "row 2, column \"智育\": \"九十\" is not a number");
    /// ```
    pub fn from_csv(bytes: &[u8]) -> Result<Self, Error> {
        let mut text = vec![0; bytes.len()];
        let rows = Rows::read(bytes, &mut text)?;
        let named = rows.first_column_is_name();
        let first = usize::from(named);
        let last = rows.header.len().wrapping_sub(1);
        if rows.header.len() < first + 2 {
            let rule = Rule::AtLeast { low: first + 2, what: Quantity::Columns };
            return Err(error(Location::Row { row: 1 }, rows.header.len(), rule));
        }
        rows.check_header(first)?;
        let (targets, classes) = rows.targets(last)?;
        let mut students = Vec::with_capacity(rows.records.len());
        for (i, (_, record)) in rows.records.iter().enumerate() {
            let name = if named { record[0].to_owned() } else { (i + 1).to_string() };
            let target = rows.target(i, last, targets)?;
            students.push(Student { name, scores: Vec::with_capacity(last - first), target, included: true });
        }
        for (i, student) in students.iter_mut().enumerate() {
            for column in first..last {
                student.scores.push(rows.score(i, column)?);
            }
        }
        Ok(Self {
            students,
            subjects: rows.header[first..last].iter().map(|&name| name.to_owned()).collect(),
            target: rows.header[last].to_owned(),
            classes,
        })
    }

    /// The table as CSV text: name, scores, target, `?` for a target to be predicted. Who is left out of training is
    /// not in it.
    pub fn to_csv(&self) -> String {
        let mut header = vec![NAME_HEADERS[0].to_owned()];
        header.extend_from_slice(&self.subjects);
        header.push(self.target.clone());
        // What could be taken for a separator has to stand in quotes.
        let ambiguous = header.iter().any(|name| name.bytes().any(|byte| matches!(byte, b';' | b'\t')));
        let mut text = String::new();
        push_row(&mut text, &header, ambiguous);
        for student in &self.students {
            let mut cells = vec![student.name.clone()];
            for &score in &student.scores {
                cells.push(written(score));
            }
            cells.push(match &student.target {
                Some(Target::Number(number)) => written(*number),
                Some(Target::Class(class)) => class.clone(),
                None => "?".to_owned(),
            });
            push_row(&mut text, &cells, ambiguous);
        }
        text
    }
}

/// Adds a row to a file, with the cells that need it, or all, in quotes.
fn push_row(text: &mut String, cells: &[String], quotes: bool) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            text.push(',');
        }
        if quotes || cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            text.push('"');
            for c in cell.chars() {
                match c {
                    '"' => text.push_str("\"\""),
                    c => text.push(c),
                }
            }
            text.push('"');
        } else {
            text.push_str(cell);
        }
    }
    text.push('\n');
}

/// The cells of a file, trimmed, with the row each record starts in.
struct Rows<'a> {
    header: Vec<&'a str>,
    records: Vec<(usize, Vec<&'a str>)>,
}

/// What the targets of a file are.
#[derive(Clone, Copy)]
enum Targets {
    Numbers,
    ZeroOrOne,
    Words,
}

/// Where in a cell the reader is.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Start,
    Plain,
    Quotes,
    /// After a quotation mark inside quotes: the closing one, or the first half of a doubled one.
    Mark,
}

impl<'a> Rows<'a> {
    /// Reads a file, the text of whose cells goes to `text`, which is as large as the file.
    ///
    /// It reads what the csv crate reads, cell by cell: no bytes are malformed, a quotation mark in the middle of a cell
    /// is part of it, and the end of the file closes open quotes. That crate, and csv-core alone, would be several times
    /// as large in the browser's module.
    fn read(bytes: &[u8], mut text: &'a mut [u8]) -> Result<Self, Error> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let delimiter = delimiter(bytes);
        let mut rows = Self { header: Vec::new(), records: Vec::new() };
        let (mut row, mut line) = (1, 1);
        let (mut record, mut length, mut within) = (Vec::new(), 0, Within::Start);
        for i in 0..=bytes.len() {
            let byte = bytes.get(i).copied();
            line += usize::from(byte == Some(b'\n'));
            let record_ends = matches!(byte, None | Some(b'\r' | b'\n'));
            let cell_ends = record_ends || byte == Some(delimiter);
            within = match (within, byte) {
                (Within::Start, Some(b'"')) => Within::Quotes,
                (Within::Quotes, Some(b'"')) => Within::Mark,
                (_, Some(byte)) if within == Within::Quotes || !cell_ends => {
                    text[length] = byte;
                    length += 1;
                    let quotes = within == Within::Quotes || within == Within::Mark && byte == b'"';
                    if quotes { Within::Quotes } else { Within::Plain }
                }
                _ => {
                    let (cell, rest) = std::mem::take(&mut text).split_at_mut(length);
                    let Ok(cell) = std::str::from_utf8(cell) else {
                        return Err(error(Location::Row { row }, "", Rule::Utf8));
                    };
                    record.push(cell.trim());
                    (text, length) = (rest, 0);
                    if record_ends {
                        rows.push(row, std::mem::take(&mut record))?;
                        row = line;
                    }
                    Within::Start
                }
            };
        }
        rows.complete()
    }

    /// Takes a record unless it is empty; the first is the header.
    fn push(&mut self, row: usize, record: Vec<&'a str>) -> Result<(), Error> {
        if record.iter().all(|cell| cell.is_empty()) {
            return Ok(());
        }
        if self.header.is_empty() {
            self.header = record;
            return Ok(());
        }
        if record.len() != self.header.len() {
            let rule = Rule::Ragged { expected: self.header.len() };
            return Err(error(Location::Row { row }, record.len(), rule));
        }
        if self.records.len() == Table::MAX_STUDENTS {
            let rule = Rule::AtMost { high: Table::MAX_STUDENTS, what: Quantity::Students };
            return Err(error(Location::Row { row }, Table::MAX_STUDENTS + 1, rule));
        }
        self.records.push((row, record));
        Ok(())
    }

    fn complete(self) -> Result<Self, Error> {
        if self.header.is_empty() {
            Err(error(Location::File, "", Rule::NotEmpty))
        } else if self.records.is_empty() {
            Err(error(Location::File, 0, Rule::AtLeast { low: 1, what: Quantity::Students }))
        } else {
            Ok(self)
        }
    }

    /// A column of which most cells are no numbers, or that is called a name.
    fn first_column_is_name(&self) -> bool {
        let words = self.records.iter().filter(|(_, record)| number(record[0]).is_none()).count();
        2 * words >= self.records.len() || is_one_of(self.header[0], &NAME_HEADERS)
    }

    fn check_header(&self, first: usize) -> Result<(), Error> {
        // Also keeps the search for names that stand there twice short.
        let subjects = self.header.len() - first - 1;
        if subjects > Table::MAX_SUBJECTS {
            let rule = Rule::AtMost { high: Table::MAX_SUBJECTS, what: Quantity::Subjects };
            return Err(error(Location::Row { row: 1 }, subjects, rule));
        }
        for (i, name) in self.header.iter().enumerate().skip(first) {
            let broken = if name.is_empty() {
                Rule::NotEmpty
            } else if number(name).is_some() {
                Rule::Header
            } else if self.header[first..i].contains(name) {
                Rule::Unique
            } else {
                continue;
            };
            return Err(error(Location::Cell { row: 1, column: (i + 1).to_string() }, quoted(name), broken));
        }
        Ok(())
    }

    fn score(&self, index: usize, column: usize) -> Result<f64, Error> {
        let (row, record) = &self.records[index];
        let cell = record[column];
        let score = number(cell).ok_or(if cell.is_empty() { Rule::NotEmpty } else { Rule::Number });
        score.and_then(|score| check_score(score).map(|()| score)).map_err(|rule| {
            error(Location::Cell { row: *row, column: self.header[column].to_owned() }, quoted(cell), rule)
        })
    }

    /// What the targets of column `column` are, and the classes if they are classes.
    fn targets(&self, column: usize) -> Result<(Targets, Vec<String>), Error> {
        let (mut known, mut numbers, mut zeros_and_ones) = (0, 0, 0);
        for (_, record) in &self.records {
            if !unknown(record[column]) {
                let number = number(record[column]);
                known += 1;
                numbers += usize::from(number.is_some());
                zeros_and_ones += usize::from(matches!(number, Some(0.0 | 1.0)));
            }
        }
        Ok(if known > 0 && zeros_and_ones == known {
            (Targets::ZeroOrOne, vec!["0".to_owned(), "1".to_owned()])
        } else if 2 * numbers >= known {
            (Targets::Numbers, vec![])
        } else {
            (Targets::Words, self.classes(column)?)
        })
    }

    fn target(&self, index: usize, column: usize, targets: Targets) -> Result<Option<Target>, Error> {
        let cell = self.records[index].1[column];
        if unknown(cell) {
            return Ok(None);
        }
        Ok(Some(match targets {
            Targets::Numbers => Target::Number(self.score(index, column)?),
            Targets::ZeroOrOne if number(cell) == Some(1.0) => Target::Class("1".to_owned()),
            Targets::ZeroOrOne => Target::Class("0".to_owned()),
            Targets::Words => Target::Class(cell.to_owned()),
        }))
    }

    /// The different words of column `column`, in the order of their first appearance except for a yes.
    fn classes(&self, column: usize) -> Result<Vec<String>, Error> {
        let mut classes: Vec<&str> = Vec::new();
        for (_, record) in &self.records {
            let cell = record[column];
            if !unknown(cell) && !classes.contains(&cell) {
                classes.push(cell);
            }
            if classes.len() > Table::MAX_CLASSES {
                break;
            }
        }
        let rule = if classes.len() < 2 {
            Rule::AtLeast { low: 2, what: Quantity::Classes }
        } else if classes.len() > Table::MAX_CLASSES {
            Rule::AtMost { high: Table::MAX_CLASSES, what: Quantity::Classes }
        } else {
            if classes.len() == 2 && is_one_of(classes[0], &YES) {
                classes.swap(0, 1);
            }
            return Ok(classes.into_iter().map(str::to_owned).collect());
        };
        Err(error(Location::Column { column: self.header[column].to_owned() }, classes.len(), rule))
    }
}

/// Whether a word is in a list, its ASCII letters large or small.
#[inline(never)]
fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| word.eq_ignore_ascii_case(other))
}

fn error(location: Location, value: impl std::fmt::Display, rule: Rule) -> Error {
    Error { location, value: value.to_string(), rule }
}

/// Whether a target is to be predicted.
fn unknown(cell: &str) -> bool {
    matches!(cell, "" | "?" | "？")
}

/// What separates the columns: of comma, semicolon and tab the one most frequent in the first line that has any of them
/// outside quotes.
fn delimiter(bytes: &[u8]) -> u8 {
    const DELIMITERS: [u8; 3] = [b'\t', b';', b','];
    let mut counts = [0usize; 3];
    let mut quoted = false;
    for &byte in bytes {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted && counts != [0; 3] => break,
            _ if !quoted => counts.iter_mut().zip(DELIMITERS).for_each(|(n, d)| *n += usize::from(byte == d)),
            _ => {}
        }
    }
    DELIMITERS
        .into_iter()
        .zip(counts)
        .max_by_key(|&(_, count)| count)
        .map_or(b',', |(delimiter, _)| delimiter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The cells as the csv crate reads them.
    fn cells(bytes: &[u8]) -> Result<Vec<Vec<String>>, Rule> {
        let mut reader = csv::ReaderBuilder::new();
        reader.delimiter(delimiter(bytes)).flexible(true).has_headers(false).trim(csv::Trim::All);
        let mut records = Vec::new();
        for record in reader.from_reader(bytes).records() {
            let record: Vec<String> = record.map_err(|_| Rule::Utf8)?.iter().map(str::to_owned).collect();
            if record.iter().all(String::is_empty) {
                continue;
            }
            if let Some(expected) = records.first().map(Vec::len).filter(|&expected| expected != record.len())
            {
                return Err(Rule::Ragged { expected });
            }
            records.push(record);
        }
        match records.len() {
            0 => Err(Rule::NotEmpty),
            1 => Err(Rule::AtLeast { low: 1, what: Quantity::Students }),
            _ => Ok(records),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

        #[test]
        fn cells_are_read_as_the_csv_crate_reads_them(
            pieces in prop::collection::vec(
                prop::sample::select(vec!["a", "b,", ",", ",", ";", "\t", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "三", "\u{3000}", "é"]),
                0..24,
            ),
            broken in prop::option::weighted(0.1, any::<prop::sample::Index>()),
        ) {
            let mut bytes = pieces.concat().into_bytes();
            if let Some(broken) = broken {
                bytes.insert(broken.index(bytes.len() + 1), 0xff);
            }
            let mut text = vec![0; bytes.len()];
            let ours = Rows::read(&bytes, &mut text).map_err(|error| error.rule).map(|rows| {
                let records = [rows.header].into_iter().chain(rows.records.into_iter().map(|(_, record)| record));
                records.map(|record| record.into_iter().map(str::to_owned).collect()).collect()
            });
            prop_assert_eq!(ours, cells(&bytes));
        }
    }
}
