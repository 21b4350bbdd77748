//! Tables from CSV files and back.

mod cells;
mod rows;

use csv::{QuoteStyle, WriterBuilder};

use crate::spec::error::{Error, written};
use crate::spec::table::{Table, Target};
use cells::{bracketed, with_text_mark, without_text_mark};
use rows::Rows;

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
