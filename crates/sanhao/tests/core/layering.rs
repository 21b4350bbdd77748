//! The six floors of the core: every import goes down, and no two files of a floor import each other in a circle.
//!
//! The test reads every path that begins with `crate::` in the source, in `use` declarations and in expressions. Comments
//! are left out: a documentation link is no dependency.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const FLOORS: [&str; 6] = ["spec", "math", "data", "model", "training", "insight"];

/// One file of a floor: its floor, its module on that floor ("mod" for the floor's own file) and its text without comments.
struct File {
    path: PathBuf,
    floor: usize,
    module: String,
    text: String,
}

#[test]
fn every_import_goes_to_the_same_floor_or_to_a_lower_one() {
    let mut wrong = vec![];
    for File { path, floor, text, .. } in &files() {
        for import in paths_of_crate(text) {
            match FLOORS.iter().position(|name| *name == import[0]) {
                Some(target) if target <= *floor => {}
                Some(_) => wrong.push(format!(
                    "{}: crate::{} is on a higher floor",
                    path.display(),
                    import.join("::")
                )),
                None => wrong.push(format!("{}: crate::{} is no floor", path.display(), import.join("::"))),
            }
        }
        if text.contains("super::super") || path.ends_with("mod.rs") && text.contains("super::") {
            wrong.push(format!("{}: `super` leads out of the floor", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_files_of_a_floor_import_each_other_in_a_circle() {
    let files = files();
    for (floor, name) in FLOORS.iter().enumerate() {
        let here = || files.iter().filter(|file| file.floor == floor);
        let mut imports: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for file in here() {
            let targets = paths_of_crate(&file.text).into_iter().filter(|import| import[0] == *name);
            let modules = targets.filter_map(|import| import.into_iter().nth(1));
            let other =
                modules.filter(|module| *module != file.module && here().any(|file| file.module == *module));
            imports.entry(&file.module).or_default().extend(other);
        }
        // Files without an import among the rest are taken away until none is left.
        while !imports.is_empty() {
            let leaf =
                |targets: &Vec<String>| targets.iter().all(|target| !imports.contains_key(target.as_str()));
            let leaves: Vec<&str> =
                imports.iter().filter(|(_, targets)| leaf(targets)).map(|(module, _)| *module).collect();
            assert!(!leaves.is_empty(), "{name}: a circle among {:?}", imports.keys());
            leaves.into_iter().for_each(|module| _ = imports.remove(module));
        }
    }
}

#[test]
fn paths_are_read_in_use_declarations_and_in_expressions() {
    let text = "use crate::{spec::{error::Error, model}, math};\nlet x: crate::data::csv::Sheet = crate::Trainer::new();";
    let paths: Vec<String> = paths_of_crate(text).iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["spec::error::Error", "spec::model", "math", "data::csv::Sheet", "Trainer::new"]);
    assert_eq!(without_comments("a // crate::b\n/// crate::c\nd"), "a \n\nd");
}

fn files() -> Vec<File> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![];
    for (floor, name) in FLOORS.iter().enumerate() {
        let root = source.join(name);
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                // What lies in a module's folder is part of it.
                let inside = path.strip_prefix(&root).unwrap().with_extension("");
                let module = inside.iter().next().unwrap().to_str().unwrap().to_owned();
                let text = without_comments(&fs::read_to_string(&path).unwrap());
                files.push(File { path, floor, module, text });
            }
        }
    }
    assert!(files.len() > 40, "the source is where it is looked for");
    files
}

fn without_comments(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path that begins with `crate::`, without it; a group in braces gives one path a member.
fn paths_of_crate(text: &str) -> Vec<Vec<String>> {
    let mut paths = vec![];
    for (at, start) in text.match_indices("crate::") {
        if !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
            read(&mut &text[at + start.len()..], &[], &mut paths);
        }
    }
    paths
}

/// Reads one path, or a group of them, behind the segments `before`.
fn read(text: &mut &str, before: &[String], paths: &mut Vec<Vec<String>>) {
    *text = text.trim_start();
    if let Some(mut group) = text.strip_prefix('{') {
        while !group.trim_start().starts_with('}') {
            read(&mut group, before, paths);
            group = group.trim_start();
            group = group.strip_prefix(',').unwrap_or(group);
        }
        *text = &group.trim_start()[1..];
        return;
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(text.len());
    let path = [before, &[text[..end].to_owned()]].concat();
    *text = &text[end..];
    match text.strip_prefix("::") {
        // What follows in angle brackets is no segment.
        Some(rest) if !rest.starts_with('<') => {
            *text = rest;
            read(text, &path, paths);
        }
        _ => paths.push(path),
    }
    // A member may be renamed: `a as b`.
    if let Some(rest) = text.trim_start().strip_prefix("as ") {
        let rest = rest.trim_start();
        *text = &rest[rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len())..];
    }
}
