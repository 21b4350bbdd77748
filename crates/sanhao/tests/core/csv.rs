//! Tables from CSV files, good and bad.

use sanhao::{Student, Table, Target};

use crate::complete;

fn read(text: &str) -> Table {
    Table::from_csv(text.as_bytes()).unwrap()
}

fn refused(text: &str) -> String {
    Table::from_csv(text.as_bytes()).unwrap_err().to_string()
}

fn class(name: &str) -> Option<Target> {
    Some(Target::Class(name.to_owned()))
}

fn targets(table: &Table) -> Vec<Option<Target>> {
    table.students.iter().map(|student| student.target.clone()).collect()
}

#[test]
fn a_column_of_numbers_is_a_regression() {
    let table = read("姓名,德育,智育,体育,总分\n甲,90,80,70,85\n乙,98,95,87,96\n");
    assert_eq!(table.subjects, ["德育", "智育", "体育"]);
    assert_eq!(table.target, "总分");
    assert!(table.classes.is_empty());
    let first = Student {
        name: "甲".to_owned(),
        scores: complete(&[90.0, 80.0, 70.0]),
        target: Some(Target::Number(85.0)),
        included: true,
    };
    assert_eq!(table.students[0], first);
}

#[test]
fn two_words_are_two_classes_and_yes_is_the_second() {
    let table = read("姓名,德育,三好\n甲,96,是\n乙,70,否\n丙,80,?\n丁,85,\n");
    assert_eq!(table.classes, ["否", "是"]);
    assert_eq!(targets(&table), [class("是"), class("否"), None, None]);
    assert_eq!(read("a,b,t\n1,2,apple\n2,1,pear\n").classes, ["apple", "pear"]);
}

#[test]
fn the_yes_is_the_second_class_in_whichever_order_the_rows_are() {
    for (no, yes) in
        [("fail", "pass"), ("不及格", "及格"), ("一般", "优秀"), ("无", "有"), ("×", "√"), ("F", "T")]
    {
        assert_eq!(read(&format!("a,t\n1,{no}\n2,{yes}\n")).classes, [no, yes]);
        assert_eq!(read(&format!("a,t\n1,{yes}\n2,{no}\n")).classes, [no, yes]);
    }
    for [a, b] in [["A", "B"], ["甲", "乙"], ["男", "女"], ["normal", "abnormal"]] {
        assert_eq!(read(&format!("a,t\n1,{a}\n2,{b}\n")).classes, [a, b]);
        assert_eq!(read(&format!("a,t\n1,{b}\n2,{a}\n")).classes, [b, a]);
    }
}

#[test]
fn files_with_the_best_student_first_have_the_yes_second() {
    let files = [
        (include_str!("csv_files/pass-fail.csv"), ["fail", "pass"]),
        (include_str!("csv_files/jige.csv"), ["不及格", "及格"]),
    ];
    for (file, classes) in files {
        let table = read(file);
        assert_eq!(table.classes, classes);
        assert_eq!(table.students[0].target, class(classes[1]));
    }
}

#[test]
fn zero_and_one_are_two_classes_even_if_only_one_of_them_occurs() {
    let table = read("a,b,t\n1,2,1\n2,1,1.0\n");
    assert_eq!(table.classes, ["0", "1"]);
    assert_eq!(targets(&table), [class("1"), class("1")]);
}

#[test]
fn more_words_are_more_classes_in_their_order() {
    assert_eq!(read("a,t\n1,x\n2,y\n3,x\n4,z\n").classes, ["x", "y", "z"]);
}

#[test]
fn a_first_column_of_numbers_is_a_subject_unless_it_is_called_a_name() {
    assert_eq!(read("a,b,t\n1,2,3\n").subjects, ["a", "b"]);
    assert_eq!(read("a,b,t\n1,2,3\n").students[0].name, "1");
    let table = read("学号,b,t\n1001,2,3\n");
    assert_eq!((table.subjects, &*table.students[0].name), (vec!["b".to_owned()], "1001"));
}

#[test]
fn what_chinese_spreadsheets_write_is_understood() {
    let table = read("\u{feff}姓名;德育;总分\r\n\"甲, 三班\";９０．５; 85 \r\n;;\r\n\r\n");
    assert_eq!(table.students.len(), 1);
    assert_eq!((&*table.students[0].name, table.students[0].scores[0]), ("甲, 三班", Some(90.5)));
    assert_eq!(read("姓名\t德育\t总分\n甲\t90\t？\n").students[0].target, None);
}

#[test]
fn a_separator_inside_quotes_does_not_separate() {
    let table = read("\n\"n;o;t\",\"a;\nb\",t\n甲,90,85\n");
    assert_eq!(table.subjects, ["a;\nb"]);
    assert_eq!(read(&table.to_csv()), table);
    assert_eq!(read("\nn;a;t\n甲;90;85\n").subjects, ["a"], "an empty first line says nothing");
}

#[test]
fn minus_zero_is_the_class_zero() {
    assert_eq!(targets(&read("a,b,t\n1,2,-0\n2,1,1\n")), [class("0"), class("1")]);
}

#[test]
fn what_cannot_be_taken_is_named_with_its_place() {
    assert_eq!(refused(""), "file: is empty");
    assert_eq!(refused("\n\n"), "file: is empty");
    assert_eq!(refused("姓名,德育,总分\n"), "file: 0 students, at least 1 needed");
    assert_eq!(
        refused("甲,90,80,85\n乙,98,95,96\n"),
        "row 1, column \"2\": \"90\" is a number, but the first row must name the columns"
    );
    assert_eq!(refused("n,a,t\n甲,90,85\n乙,98\n"), "row 3: 2 cells, where the header has 3");
    assert_eq!(refused("n,a,t\n甲,90,85\n乙,九十,85\n"), "row 3, column \"a\": \"九十\" is not a number");
    assert_eq!(refused("n,a,t\n甲,90,85\n乙,90,八五\n"), "row 3, column \"t\": \"八五\" is not a number");
    assert_eq!(refused("n,a,t\n甲,NaN,85\n"), "row 2, column \"a\": \"NaN\" is not a finite number");
    assert_eq!(refused("n,a,t\n甲,90,inf\n"), "row 2, column \"t\": \"inf\" is not a finite number");
    assert_eq!(
        refused("n,a,t\n甲,1e308,85\n"),
        "row 2, column \"a\": \"1e308\" is not a number from -1000000 to 1000000"
    );
    assert_eq!(refused("n,a,a,t\n甲,1,2,3\n"), "row 1, column \"3\": \"a\" stands there twice");
    assert_eq!(refused("n,,t\n甲,1,2\n"), "row 1, column \"2\": \"\" is empty");
    assert_eq!(refused("n,t\n甲,1\n"), "row 1: 2 columns, at least 3 needed");
    assert_eq!(refused("n,a,t\n甲,1,是\n乙,2,是\n"), "column \"t\": 1 classes, at least 2 needed");
    assert_eq!(refused("n,a,t\r\n甲,1,2\r\n\r\n乙,x,2\r\n"), "row 4, column \"a\": \"x\" is not a number");
    assert_eq!(refused("n,a,t\r甲,1,2\r\r乙,x,2\r"), "row 4, column \"a\": \"x\" is not a number");
    assert_eq!(refused("n,a,t\r\"甲\r\n一\",1,2\n乙,x,2"), "row 4, column \"a\": \"x\" is not a number");
    assert_eq!(refused("\n\nn,a,t\n\"甲\n甲\",1,2\n乙,x,2"), "row 6, column \"a\": \"x\" is not a number");
    assert_eq!(
        Table::from_csv(b"n,a,t\nx,1,2\n\xff\xfe,1,2\n").unwrap_err().to_string(),
        "row 3: is not UTF-8 text"
    );
}

#[test]
fn a_header_of_too_many_columns_is_refused() {
    let row = |cell: &dyn Fn(usize) -> String, columns| (0..columns).map(cell).collect::<Vec<_>>().join(",");
    let file =
        |columns| format!("{}\n{}\n", row(&|i| format!("c{i}"), columns), row(&|i| i.to_string(), columns));
    assert_eq!(read(&file(33)).subjects.len(), 32);
    assert_eq!(refused(&file(34)), "row 1: 33 subjects, at most 32 allowed");
    assert_eq!(refused(&file(100_000)), "row 1: 99999 subjects, at most 32 allowed");
}

#[test]
fn long_names_are_kept_and_shortened_in_messages() {
    let long = "长".repeat(10_000);
    assert_eq!(read(&format!("n,a,t\n{long},1,2\n")).students[0].name, long);
    let message = refused(&format!("n,a,t\n甲,{long},2\n"));
    assert!(message.contains("长…\" is not a number") && message.chars().count() < 100);
    assert_eq!(read("n,a,t\n<script>alert(1)</script>,1,2\n").students[0].name, "<script>alert(1)</script>");
}

#[test]
fn a_file_of_20_megabytes_is_refused_at_the_row_that_is_too_many() {
    let mut text = "n,a,b,t\n".to_owned();
    while text.len() < 20_000_000 {
        text.push_str("a student with a name,90.25,80.5,85.75\n");
    }
    assert_eq!(refused(&text), "row 20002: 20001 students, at most 20000 allowed");
}

#[test]
fn csv_comes_back_as_the_same_table() {
    for preset in sanhao::Preset::ALL {
        let mut table = preset.experiment().table;
        table.students[0].name = "a \"quoted\", name".to_owned();
        table.students[1].scores[0] = Some(90.123_456_789);
        assert_eq!(read(&table.to_csv()), table);
    }
}

/// A table of two students with the given classes, the first student in the last class.
fn classed(classes: &[&str]) -> Table {
    let mut table = read("name,a,t\n甲,90,?\n乙,80,?\n");
    table.classes = classes.iter().map(|&name| name.to_owned()).collect();
    table.students[0].target = class(classes[classes.len() - 1]);
    table
}

#[test]
fn the_header_lists_the_classes_only_where_the_cells_would_be_read_as_others() {
    let mut both = classed(&["fail", "pass"]);
    both.students[1].target = class("fail");
    assert_eq!(both.to_csv(), "name,a,t\n甲,90,pass\n乙,80,fail\n");
    both.classes.reverse();
    assert_eq!(both.to_csv(), "name,a,\"t [pass,fail]\"\n甲,90,pass\n乙,80,fail\n");
    assert_eq!(read(&both.to_csv()), both);
    assert!(classed(&["0", "1"]).to_csv().starts_with("name,a,t\n"), "0 and 1 are classes anyway");
    for classes in [&["1", "2", "3"][..], &["fail", "pass"], &["c", "b", "a"], &["是", "?"], &["a;b", " c "]]
    {
        let table = classed(classes);
        assert!(table.to_csv().lines().next().unwrap().contains('['), "{}", table.to_csv());
        assert_eq!(read(&table.to_csv()), table);
    }
    let numbers = read("name,a,t []\n甲,90,0\n乙,80,1\n");
    assert_eq!((&*numbers.target, targets(&numbers)[1].clone()), ("t", Some(Target::Number(1.0))));
    assert_eq!(numbers.to_csv(), "name,a,t []\n甲,90,0\n乙,80,1\n");
}

#[test]
fn a_list_that_does_not_fit_the_targets_belongs_to_the_name() {
    for header in [
        "t [a]",
        "t [a,a]",
        "t [a, a]",
        "t [a,]",
        "t [a,c]",
        "t [\"a\",\"b\"]",
        "t [a;b]",
        "t []",
        "[a,b]",
        "t [a,b] t",
    ] {
        let rows = [["n", "s", header], ["甲", "1", "a"], ["乙", "2", "b"]]
            .map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(Table::from_rows(rows).unwrap().target, header);
    }
    let most = (0..=16).map(|i| format!("c{i}")).collect::<Vec<_>>().join(",");
    let rows = [["n", "s", &*format!("t [{most}]")], ["甲", "1", "c1"], ["乙", "2", "c2"]];
    let table = Table::from_rows(rows.map(|row| row.map(str::to_owned).to_vec())).unwrap();
    assert_eq!(table.classes, ["c1", "c2"], "at most 16 classes");
}

#[test]
fn rows_of_cells_are_the_table_that_their_csv_would_be() {
    let rows = |cells: &[&[&str]]| {
        cells
            .iter()
            .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
            .collect::<Vec<Vec<String>>>()
    };
    let table = Table::from_rows(rows(&[
        &["姓名", "德育", "总分"],
        &["", "", ""],
        &["甲; \"乙\",\t丙", " ９０．５ ", "85"],
    ]));
    let table = table.unwrap();
    assert_eq!(table.students[0].name, "甲; \"乙\",\t丙");
    assert_eq!(table.students[0].scores, [Some(90.5)]);
    assert_eq!(read(&table.to_csv()), table);
    let refused = |cells: &[&[&str]]| Table::from_rows(rows(cells)).unwrap_err().to_string();
    assert_eq!(refused(&[]), "file: is empty");
    assert_eq!(
        refused(&[&["n", "a", "t"], &[""], &["甲", "x", "1"]]),
        "row 3, column \"a\": \"x\" is not a number"
    );
    assert_eq!(refused(&[&["n", "a", "t"], &["甲", "1"]]), "row 2: 2 cells, where the header has 3");
}

#[test]
fn a_spreadsheet_takes_every_name_of_a_saved_table_for_text_and_the_table_comes_back() {
    let names = [
        "=1+1", "+1", "-1+1", "-甲", "@SUM(A1)", "＝1", "\t=1", "\r=1", "' =1", "'=1", "''=1", " '=1", "'a",
        "-1", "=\"a\",b", "=a\nb", "-∞", "-inf",
    ];
    let students = names.map(|name| Student {
        name: name.to_owned(),
        scores: vec![Some(-5.0)],
        target: class("=yes"),
        included: true,
    });
    let mut table = Table {
        subjects: vec!["-德育".to_owned()],
        target: "@结果".to_owned(),
        classes: vec!["+no".to_owned(), "=yes".to_owned()],
        students: students.to_vec(),
    };
    let csv = table.to_csv();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    for record in reader.records() {
        for cell in &record.unwrap() {
            let is_number = cell.parse::<f64>().is_ok_and(f64::is_finite);
            assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '＝', '\t', '\r']), "{cell:?}");
        }
    }
    // Spaces around a name are not written.
    for student in &mut table.students {
        student.name = student.name.trim().to_owned();
    }
    assert_eq!(read(&csv), table);
    assert!(csv.contains("\n'=1+1,-5,'=yes\n") && csv.contains("\n-1,-5,"), "{csv}");
}
