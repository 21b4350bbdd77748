//! Tables from CSV files and back.

use csv::{ErrorKind, QuoteStyle, ReaderBuilder, StringRecord, WriterBuilder};

use crate::data::yes_no::{half_width, is_yes_first};
use crate::spec::check::check_score;
use crate::spec::error::{Error, Location, Quantity, Rule, quoted, written};
use crate::spec::table::{Student, Table, Target};

/// Headers under which the first column is a name even if every name is a number.
const NAME_HEADERS: [&str; 8] = ["name", "姓名", "名字", "学生", "学号", "student", "id", "编号"];

/// What is written for a target to be predicted: the first that is no class.
const UNKNOWN: [&str; 3] = ["?", "？", ""];

impl Table {
    /// Reads a table from the bytes of a CSV file in UTF-8.
    ///
    /// The first row names the columns, which are separated by commas, semicolons or tabs. A first column of text is
    /// the name; the last column is the target; those between are subjects. Targets that are all numbers stay numbers,
    /// except that 0 and 1 alone are two classes, as are two different words; more words are more classes, in the order
    /// of their first appearance. An empty target or `?` is to be predicted, and an empty score is missing. Full-width
    /// digits are digits.
    ///
    /// Of two classes, the second is the yes, whatever the order of the rows. A class is the yes by a known word for it
    /// (`pass`, `是`, `及格`, `√`), and the other one is the no by a known word (`fail`, `一般`, `×`) or by a negation:
    /// 不, 未, 没, 非, 无, not, no, non-, un- before the name of the yes. Where the names do not say, the class that
    /// appears first stays first.
    ///
    /// The target's header may end in a list of the classes in brackets, as [`to_csv`](Self::to_csv) writes it:
    /// `等级 [1,2,3]`. The list is no part of the name. It gives the classes and their order; `[]` says that the
    /// targets are numbers. A list that is not two or more different names that include every known target, or that is
    /// empty beside a target that is no number, belongs to the name.
    ///
    /// # Errors
    /// The first cell, row or column that cannot be taken, with its location; nothing is skipped but empty rows.
    ///
    /// ```
    /// let table = sanhao::Table::from_csv("姓名,德育,智育,体育,总分\n甲,90,80,70,85\n乙,98,95,87,?\n".as_bytes()).unwrap();
    /// assert_eq!(table.subjects, ["德育", "智育", "体育"]);
    /// assert_eq!(table.students[1].target, None);
    ///
    /// let table = sanhao::Table::from_csv("姓名,德育,结果\n甲,95,及格\n乙,58,不及格\n".as_bytes()).unwrap();
    /// assert_eq!(table.classes, ["不及格", "及格"]);
    ///
    /// let error = sanhao::Table::from_csv("姓名,智育,总分\n甲,九十,85\n".as_bytes()).unwrap_err();
    /// assert_eq!(error.to_string(), "row 2, column \"智育\": \"九十\" is not a number");
    /// ```
    pub fn from_csv(bytes: &[u8]) -> Result<Self, Error> {
        Rows::from_csv(bytes)?.table()
    }

    /// Reads a table from rows of cells, as a spreadsheet has them; the cells mean what they mean in a CSV file.
    ///
    /// # Errors
    /// The first cell, row or column that cannot be taken, with its location; the first of the `rows` is row 1.
    ///
    /// ```
    /// let rows = [["姓名", "德育", "总分"], ["甲", "90", "85"]].map(|row| row.map(str::to_owned).to_vec());
    /// let table = sanhao::Table::from_rows(rows).unwrap();
    /// assert_eq!((&*table.target, &*table.students[0].scores), ("总分", &[Some(90.0)][..]));
    /// ```
    pub fn from_rows(rows: impl IntoIterator<Item = Vec<String>>) -> Result<Self, Error> {
        let mut cells = Rows::default();
        for (i, row) in rows.into_iter().enumerate() {
            cells.push(i + 1, row.iter().map(|cell| without_text_mark(cell)).collect())?;
        }
        cells.table()
    }

    /// The table as CSV text, which [`from_csv`](Self::from_csv) reads as the same table: name, scores, target; `?` for a
    /// target to be predicted, an empty cell for a missing score. Where the cells alone would be read as other classes,
    /// the target's header ends in a list of them.
    ///
    /// A name that a spreadsheet would compute, such as `=1+1`, is written with an apostrophe before it, `'=1+1`, which
    /// [`from_csv`](Self::from_csv) takes off again.
    ///
    /// Whether a student is included is not written, nor are spaces around a name.
    ///
    /// ```
    /// let mut table = sanhao::Preset::Award.experiment().table;
    /// assert!(table.to_csv().starts_with("name,德育,智育,体育,三好学生\n"));
    /// table.classes.reverse();
    /// assert!(table.to_csv().starts_with("name,德育,智育,体育,\"三好学生 [是,否]\"\n"));
    /// assert_eq!(sanhao::Table::from_csv(table.to_csv().as_bytes()).unwrap().classes, ["是", "否"]);
    /// ```
    pub fn to_csv(&self) -> String {
        let plain = self.csv_with_target(&self.target);
        let is_same = |read: &Self| {
            let targets = read.students.iter().map(|student| &student.target);
            read.classes == self.classes
                && read.target == self.target.trim()
                && targets.eq(self.students.iter().map(|student| &student.target))
        };
        if Self::from_csv(plain.as_bytes()).is_ok_and(|read| is_same(&read)) {
            return plain;
        }
        self.csv_with_target(&format!("{} {}", self.target.trim(), bracketed(&self.classes)))
    }

    /// The CSV text under a header in which the target is called `target`.
    fn csv_with_target(&self, target: &str) -> String {
        let mut header = vec![NAME_HEADERS[0]];
        header.extend(self.subjects.iter().map(String::as_str));
        header.push(target);
        // The reader would take a semicolon or a tab in a name for the separator, unless it is inside quotes.
        let ambiguous = header.iter().any(|name| name.contains([';', '\t']));
        let quotes = if ambiguous { QuoteStyle::Always } else { QuoteStyle::Necessary };
        let is_class = |word: &str| self.classes.iter().any(|class| class.trim() == word);
        let unknown = UNKNOWN.into_iter().find(|word| !is_class(word)).unwrap_or_default();
        let mut writer = WriterBuilder::new().quote_style(quotes).from_writer(vec![]);
        // Writing to memory cannot fail, and every record has the header's number of cells.
        let _ = writer.write_record(header.into_iter().map(with_text_mark));
        for student in &self.students {
            let mut cells = vec![with_text_mark(&student.name)];
            cells.extend(student.scores.iter().map(|score| score.map_or_else(String::new, written)));
            cells.push(match &student.target {
                Some(Target::Number(number)) => written(*number),
                Some(Target::Class(class)) => with_text_mark(class),
                None => unknown.to_owned(),
            });
            let _ = writer.write_record(&cells);
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

/// Rows of cells, trimmed, with the row that each record starts in.
#[derive(Default)]
struct Rows {
    header: Vec<String>,
    records: Vec<(usize, Vec<String>)>,
}

/// What the targets of a file are.
#[derive(Clone, Copy)]
enum Targets {
    Numbers,
    ZeroOrOne,
    Words,
}

impl Rows {
    fn from_csv(bytes: &[u8]) -> Result<Self, Error> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter(bytes))
            .flexible(true)
            .has_headers(false)
            .from_reader(bytes);
        let mut rows = Self::default();
        let mut record = StringRecord::new();
        let (mut row, mut counted) = (1, 0);
        loop {
            let end = reader.position().byte() as usize;
            // The reader skips empty lines before a record, and does not count a carriage return alone as a line.
            let skipped = bytes.get(end..).unwrap_or_default().iter().take_while(|&&byte| is_line_end(byte));
            let start = end + skipped.count();
            row += line_ends(bytes.get(counted..start).unwrap_or_default());
            counted = start;
            match reader.read_record(&mut record) {
                Ok(true) => rows.push(row, record.iter().map(without_text_mark).collect())?,
                Ok(false) => return Ok(rows),
                Err(broken) => {
                    debug_assert!(matches!(broken.kind(), ErrorKind::Utf8 { .. }), "{broken}");
                    return Err(error(Location::Row { row }, "", Rule::Utf8));
                }
            }
        }
    }

    /// The table that the rows are.
    fn table(mut self) -> Result<Table, Error> {
        if self.header.is_empty() {
            return Err(error(Location::File, "", Rule::NotEmpty));
        }
        if self.records.is_empty() {
            return Err(error(Location::File, 0, Rule::AtLeast { low: 1, what: Quantity::Students }));
        }
        let named = self.first_column_is_name();
        let first = usize::from(named);
        let last = self.header.len() - 1;
        if self.header.len() < first + 2 {
            let rule = Rule::AtLeast { low: first + 2, what: Quantity::Columns };
            return Err(error(Location::Row { row: 1 }, self.header.len(), rule));
        }
        let listed = self.take_listed_classes(last);
        self.check_header(first)?;
        let (targets, classes) = self.targets(last, listed)?;
        let mut students = Vec::with_capacity(self.records.len());
        for (i, (_, record)) in self.records.iter().enumerate() {
            let name = if named { record[0].clone() } else { (i + 1).to_string() };
            let target = self.target(i, last, targets, &classes)?;
            students.push(Student { name, scores: Vec::with_capacity(last - first), target, included: true });
        }
        for (i, student) in students.iter_mut().enumerate() {
            for column in first..last {
                student.scores.push(self.score(i, column)?);
            }
        }
        Ok(Table {
            students,
            subjects: self.header[first..last].to_vec(),
            target: self.header[last].clone(),
            classes,
        })
    }

    /// Takes a record unless it is empty; the first is the header.
    fn push(&mut self, row: usize, record: Vec<String>) -> Result<(), Error> {
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

    /// A column of which most cells are no numbers, or that is called a name.
    fn first_column_is_name(&self) -> bool {
        let words = self.records.iter().filter(|(_, record)| number(&record[0]).is_none()).count();
        2 * words >= self.records.len() || is_one_of(&self.header[0], &NAME_HEADERS)
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

    /// The score in a cell; an empty cell is a missing one.
    fn score(&self, index: usize, column: usize) -> Result<Option<f64>, Error> {
        let empty = self.records[index].1[column].is_empty();
        if empty { Ok(None) } else { self.number(index, column).map(Some) }
    }

    /// The score or total in a cell.
    fn number(&self, index: usize, column: usize) -> Result<f64, Error> {
        let (row, record) = &self.records[index];
        let cell = &*record[column];
        number(cell).ok_or(Rule::Number).and_then(|score| check_score(score).map(|()| score)).map_err(
            |rule| {
                error(Location::Cell { row: *row, column: self.header[column].clone() }, quoted(cell), rule)
            },
        )
    }

    /// Takes a list of classes in brackets off the end of the header of column `column`; `None` if there is none.
    fn take_listed_classes(&mut self, column: usize) -> Option<Vec<String>> {
        let header = &self.header[column];
        // A class may have a bracket in its name.
        let (start, classes) = header.rmatch_indices('[').find_map(|(start, _)| {
            let classes = unbracketed(&header[start..])?;
            (!header[..start].trim().is_empty() && self.fit(column, &classes)).then_some((start, classes))
        })?;
        self.header[column] = header[..start].trim().to_owned();
        Some(classes)
    }

    /// Whether the targets of column `column` are of these classes, or numbers where there are none.
    fn fit(&self, column: usize, classes: &[String]) -> bool {
        let mut targets = self.records.iter().map(|(_, record)| &*record[column]);
        if classes.is_empty() {
            return targets.all(|cell| is_unknown(cell, &[]) || number(cell).is_some());
        }
        let is_class = |name: &str| classes.iter().any(|class| class.trim() == name);
        let twice =
            |(i, class): (usize, &String)| classes[..i].iter().any(|other| other.trim() == class.trim());
        (2..=Table::MAX_CLASSES).contains(&classes.len())
            && !is_class("")
            && !classes.iter().enumerate().any(twice)
            && targets.all(|cell| is_class(cell) || is_unknown(cell, classes))
    }

    /// What the targets of column `column` are, and the classes if they are classes. `listed`: the classes that its header
    /// lists.
    fn targets(&self, column: usize, listed: Option<Vec<String>>) -> Result<(Targets, Vec<String>), Error> {
        if let Some(classes) = listed {
            return Ok((if classes.is_empty() { Targets::Numbers } else { Targets::Words }, classes));
        }
        let (mut known, mut numbers, mut zeros_and_ones) = (0, 0, 0);
        for (_, record) in &self.records {
            if !is_unknown(&record[column], &[]) {
                let number = number(&record[column]);
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

    fn target(
        &self,
        index: usize,
        column: usize,
        targets: Targets,
        classes: &[String],
    ) -> Result<Option<Target>, Error> {
        let cell = &*self.records[index].1[column];
        if is_unknown(cell, classes) {
            return Ok(None);
        }
        Ok(Some(match targets {
            Targets::Numbers => Target::Number(self.number(index, column)?),
            Targets::ZeroOrOne if number(cell) == Some(1.0) => Target::Class("1".to_owned()),
            Targets::ZeroOrOne => Target::Class("0".to_owned()),
            // A listed class may have spaces around it, a cell has none.
            Targets::Words => {
                let class = classes.iter().find(|class| class.trim() == cell);
                Target::Class(class.map_or_else(|| cell.to_owned(), String::clone))
            }
        }))
    }

    /// The different words of column `column`, in the order of their first appearance; of two, the second is the yes.
    fn classes(&self, column: usize) -> Result<Vec<String>, Error> {
        let mut classes: Vec<&str> = Vec::new();
        for (_, record) in &self.records {
            let cell = &*record[column];
            if !is_unknown(cell, &[]) && !classes.contains(&cell) {
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
            if let [first, second] = *classes
                && is_yes_first(first, second)
            {
                classes.swap(0, 1);
            }
            return Ok(classes.into_iter().map(str::to_owned).collect());
        };
        Err(error(Location::Column { column: self.header[column].clone() }, classes.len(), rule))
    }
}

/// Names in brackets, separated and quoted as the cells of a CSV line: `[1,2,"3, or more"]`.
fn bracketed(names: &[String]) -> String {
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
fn unbracketed(text: &str) -> Option<Vec<String>> {
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
fn with_text_mark(name: &str) -> String {
    let name = name.trim();
    if is_formula(name.trim_start_matches('\'')) { format!("'{name}") } else { name.to_owned() }
}

/// The name in a cell that [`with_text_mark`] has written.
fn without_text_mark(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(name) if is_formula(name.trim_start_matches('\'')) => name.trim().to_owned(),
        _ => cell.to_owned(),
    }
}

/// A cell as a number; digits, point and sign may be full-width, as Chinese keyboards write them.
fn number(cell: &str) -> Option<f64> {
    cell.parse().or_else(|_| cell.chars().map(half_width).collect::<String>().parse()).ok()
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// The number of lines that end in these bytes: with a line feed, a carriage return or both.
fn line_ends(bytes: &[u8]) -> usize {
    let next = bytes.iter().skip(1).chain(Some(&0));
    bytes.iter().zip(next).filter(|&(&byte, &next)| byte == b'\n' || (byte == b'\r' && next != b'\n')).count()
}

/// Whether a word is in a list, its ASCII letters large or small.
#[inline(never)]
fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| word.eq_ignore_ascii_case(other))
}

fn error(location: Location, value: impl std::fmt::Display, rule: Rule) -> Error {
    Error { location, value: value.to_string(), rule }
}

/// Whether a target is to be predicted. A listed class may be called `?`.
fn is_unknown(cell: &str, listed: &[String]) -> bool {
    UNKNOWN.contains(&cell) && !listed.iter().any(|class| class.trim() == cell)
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
