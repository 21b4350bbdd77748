//! The examples run and print what is known of them. `cargo test` without a choice of targets builds them first.

use std::path::PathBuf;
use std::process::{Command, Output};

/// Runs an example that stands beside this test in the target folder.
fn run(example: &str, arguments: &[&str]) -> Output {
    let test = std::env::current_exe().unwrap();
    let mut path: PathBuf = test.ancestors().nth(2).unwrap().join("examples").join(example);
    path.set_extension(std::env::consts::EXE_EXTENSION);
    let output = Command::new(&path).args(arguments).output();
    output.unwrap_or_else(|error| {
        panic!("{}: {error}; `cargo build --all-features --examples` builds it", path.display())
    })
}

fn printed(example: &str, arguments: &[&str]) -> String {
    let output = run(example, arguments);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A file of this name in the temporary folder.
fn file(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("sanhao-{}-{name}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn the_four_cases_learn_the_rule_of_the_school() {
    assert_eq!(
        printed("weights", &[]),
        "the first student's total: 24, of 85\n\
         weights after one update: [0.10316052, 0.10316006, 0.10315938]\n\
         weights that sum to one: [0.600, 0.300, 0.100]\n"
    );
    assert_eq!(printed("award", &[]), "accuracy: 100 %, threshold: 94.7 points\n");
    let honours = printed("honours", &[]);
    assert!(honours.starts_with("accuracy: 100 %\n学生 7 [77.0, 60.0, 67.0]: 普通学生\n"), "{honours}");
    assert_eq!(honours.lines().count(), 1 + 90 / 7);
    assert_eq!(
        printed("layers", &[]),
        "accuracy with hidden layers []: 52.5 %\naccuracy with hidden layers [6]: 98.3 %\n"
    );
}

#[test]
fn a_csv_file_of_numbers_gives_weights_in_raw_score_units() {
    let csv = "name,study,sport,total\nA,90,80,87\nB,60,100,72\nC,100,60,88\nD,70,70,70\n";
    assert_eq!(
        printed("train_csv", &[&file("numbers.csv", csv)]),
        "Minimum { largest_error: Some(0.00016021728515625), cause: None } after 5000 updates\ntotal:\n  study: 0.7000\n  sport: 0.3000\n  bias: -0.0001\nloss: 0.0000\n"
    );
}

#[test]
fn a_csv_file_of_words_gives_weights_of_each_class_and_the_accuracy() {
    let csv = "name,study,sport,group\nA,90,60,red\nB,60,95,blue\nC,50,50,green\nD,95,65,red\nE,65,90,blue\n";
    let printed = printed("train_csv", &[&file("words.csv", csv), "2000"]);
    let classes: Vec<&str> = printed.lines().filter(|line| line.ends_with(':')).collect();
    assert_eq!(classes, ["red:", "blue:", "green:"], "{printed}");
    assert!(printed.ends_with("accuracy: 100.0 %\n"), "{printed}");
}

#[test]
fn a_wrong_csv_file_is_refused_with_row_and_column() {
    let output = run("train_csv", &[&file("wrong.csv", "姓名,智育,总分\n甲,九十,85\n")]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "row 2, column \"智育\": \"九十\" is not a number\n"
    );
    assert!(output.stdout.is_empty());

    assert_eq!(run("train_csv", &["no such file"]).status.code(), Some(1));
    assert_eq!(run("train_csv", &[]).status.code(), Some(1));
}
