//! A table from rows of cells: which column is what, what the targets are, and the first cell that cannot be taken.

use csv::{ErrorKind, ReaderBuilder, StringRecord};

use super::NAME_HEADERS;
use super::cells::{is_unknown, number, unbracketed, without_text_mark};
use crate::data::yes_no::is_yes_first;
use crate::spec::check::check_score;
use crate::spec::error::{Error, Location, Quantity, Rule, quoted};
use crate::spec::table::{Student, Table, Target};

/// Rows of cells, trimmed, with the row that each record starts in.
#[derive(Default)]
pub(super) struct Rows {
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
    pub(super) fn from_csv(bytes: &[u8]) -> Result<Self, Error> {
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
    pub(super) fn table(mut self) -> Result<Table, Error> {
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
    pub(super) fn push(&mut self, row: usize, record: Vec<String>) -> Result<(), Error> {
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
