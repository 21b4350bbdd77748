//! Tables from CSV files and back.

mod number;

use std::borrow::Cow;
use std::collections::BTreeSet;

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::check::check_score;
use crate::error::{Error, Noun, Place, Rule, quoted, written};
use crate::table::{Student, Table, Target};
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
        let rows = Rows::read(bytes)?;
        let named = rows.first_column_is_name();
        let first = usize::from(named);
        let last = rows.header.len().wrapping_sub(1);
        if rows.header.len() < first + 2 {
            let rule = Rule::AtLeast { low: first + 2, what: Noun::Columns };
            return Err(error(Place::Row { row: 1 }, rows.header.len(), rule));
        }
        rows.check_header(first)?;
        let (targets, classes) = rows.targets(last)?;
        let students = rows.records.iter().zip(targets).enumerate().map(|(i, ((_, record), target))| {
            let scores = (first..last).map(|column| rows.score(i, column)).collect::<Result<_, _>>()?;
            let name = if named { record[0].to_owned() } else { (i + 1).to_string() };
            Ok(Student { name, scores, target, included: true })
        });
        Ok(Self {
            students: students.collect::<Result<_, Error>>()?,
            subjects: (first..last).map(|column| rows.header[column].to_owned()).collect(),
            target: rows.header[last].to_owned(),
            classes,
        })
    }

    /// The table as CSV text: name, scores, target, `?` for a target to be predicted. Who is left out of training is
    /// not in it.
    pub fn to_csv(&self) -> String {
        let header =
            || [NAME].into_iter().chain(self.subjects.iter().map(String::as_str)).chain([&*self.target]);
        // What could be taken for a separator has to stand in quotes.
        let ambiguous = header().any(|name| name.contains([';', '\t']));
        let mut text = String::new();
        push_row(&mut text, header().map(Cow::from), ambiguous);
        for student in &self.students {
            let target = match &student.target {
                Some(Target::Number(number)) => written(*number).into(),
                Some(Target::Class(class)) => class.into(),
                None => "?".into(),
            };
            let scores = student.scores.iter().map(|&score| written(score).into());
            let cells = [Cow::from(&student.name)].into_iter().chain(scores).chain([target]);
            push_row(&mut text, cells, ambiguous);
        }
        text
    }
}

/// The first column's header in files that are written.
const NAME: &str = NAME_HEADERS[0];

/// Adds a row to a file, with the cells that need it, or all, in quotes. (The csv crate's writer would bring the standard
/// library's reader of numbers along.)
fn push_row<'a>(text: &mut String, cells: impl Iterator<Item = Cow<'a, str>>, quotes: bool) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            text.push(',');
        }
        if quotes || cell.contains([',', '"', '\n', '\r']) {
            text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}

/// The cells of a file, trimmed, with the row each record stands in.
struct Rows {
    header: StringRecord,
    records: Vec<(usize, StringRecord)>,
}

impl Rows {
    fn read(bytes: &[u8]) -> Result<Self, Error> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter(bytes))
            .flexible(true)
            .has_headers(false)
            .trim(Trim::All)
            .from_reader(bytes);
        let mut header = None;
        let mut records = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|broken| {
                let row = broken.position().map_or(1, |position| position.line() as usize);
                error(Place::Row { row }, "", Rule::Utf8)
            })?;
            let row = record.position().map_or(1, |position| position.line() as usize);
            if record.iter().all(str::is_empty) {
                continue;
            }
            let Some(header) = &header else {
                header = Some(record);
                continue;
            };
            if record.len() != header.len() {
                return Err(error(Place::Row { row }, record.len(), Rule::Ragged { expected: header.len() }));
            }
            if records.len() == Self::most() {
                let rule = Rule::AtMost { high: Self::most(), what: Noun::Students };
                return Err(error(Place::Row { row }, records.len() + 1, rule));
            }
            records.push((row, record));
        }
        match header {
            None => Err(error(Place::File, "", Rule::NotEmpty)),
            Some(_) if records.is_empty() => {
                Err(error(Place::File, 0, Rule::AtLeast { low: 1, what: Noun::Students }))
            }
            Some(header) => Ok(Self { header, records }),
        }
    }

    const fn most() -> usize {
        Table::MOST_STUDENTS
    }

    /// A column of which most cells are no numbers, or that is called a name.
    fn first_column_is_name(&self) -> bool {
        let words = self.records.iter().filter(|(_, record)| number(&record[0]).is_none()).count();
        2 * words >= self.records.len() || NAME_HEADERS.contains(&&*self.header[0].to_ascii_lowercase())
    }

    fn check_header(&self, first: usize) -> Result<(), Error> {
        let mut seen = BTreeSet::new();
        for (i, name) in self.header.iter().enumerate().skip(first) {
            let broken = match name {
                "" => Rule::NotEmpty,
                _ if number(name).is_some() => Rule::Header,
                _ if !seen.insert(name) => Rule::Unique,
                _ => continue,
            };
            return Err(error(Place::Cell { row: 1, column: (i + 1).to_string() }, quoted(name), broken));
        }
        Ok(())
    }

    fn score(&self, index: usize, column: usize) -> Result<f64, Error> {
        let (row, record) = &self.records[index];
        let cell = &record[column];
        let score = number(cell).ok_or(if cell.is_empty() { Rule::NotEmpty } else { Rule::Number });
        score.and_then(|score| check_score(score).map(|()| score)).map_err(|rule| {
            error(Place::Cell { row: *row, column: self.header[column].to_owned() }, quoted(cell), rule)
        })
    }

    /// The targets of column `column`, and the classes if they are classes.
    fn targets(&self, column: usize) -> Result<(Vec<Option<Target>>, Vec<String>), Error> {
        let cells = || self.records.iter().map(|(_, record)| &record[column]);
        let known = || cells().filter(|cell| !unknown(cell));
        let numbers = known().filter(|cell| number(cell).is_some()).count();
        let zero_or_one = known().all(|cell| matches!(number(cell), Some(0.0 | 1.0)));
        if 2 * numbers >= known().count() && !(zero_or_one && numbers > 0) {
            let target = |(i, cell)| {
                Ok(if unknown(cell) { None } else { Some(Target::Number(self.score(i, column)?)) })
            };
            return Ok((cells().enumerate().map(target).collect::<Result<_, Error>>()?, vec![]));
        }
        let classes =
            if zero_or_one { vec!["0".to_owned(), "1".to_owned()] } else { self.classes(column, known())? };
        let target = |cell: &str| match number(cell) {
            _ if unknown(cell) => None,
            Some(number) if zero_or_one => {
                Some(Target::Class(if number == 1.0 { "1" } else { "0" }.to_owned()))
            }
            _ => Some(Target::Class(cell.to_owned())),
        };
        Ok((cells().map(target).collect(), classes))
    }

    fn classes<'a>(&self, column: usize, cells: impl Iterator<Item = &'a str>) -> Result<Vec<String>, Error> {
        let mut classes: Vec<String> = Vec::new();
        for cell in cells {
            if !classes.iter().any(|class| class == cell) {
                classes.push(cell.to_owned());
            }
            if classes.len() > Table::MOST_CLASSES {
                break;
            }
        }
        let broken = match classes.len() {
            0 | 1 => Rule::AtLeast { low: 2, what: Noun::Classes },
            count if count > Table::MOST_CLASSES => {
                Rule::AtMost { high: Table::MOST_CLASSES, what: Noun::Classes }
            }
            count => {
                if count == 2 && YES.contains(&&*classes[0].to_ascii_lowercase()) {
                    classes.swap(0, 1);
                }
                return Ok(classes);
            }
        };
        Err(error(Place::Column { column: self.header[column].to_owned() }, classes.len(), broken))
    }
}

fn error(place: Place, value: impl std::fmt::Display, rule: Rule) -> Error {
    Error { place, value: value.to_string(), rule }
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
