//! What is done with a fuzzer's bytes. The fuzz targets call these, and the ordinary tests with the kept corpus.

use arbitrary::{Result, Unstructured};
use sanhao::insight::boundary_image::{BoundaryImage, Palette};
use sanhao::{
    CheckedExperiment, Experiment, ModelView, PerSampleSteps, PredictionGrid, Preset, ScorePlane, Table,
    Target, Timeline,
};

#[path = "draw.rs"]
pub mod draw;
#[path = "reported.rs"]
pub mod reported;

use draw::Numbers;

/// The bytes of a CSV file: a table, or an error that can be read. A table that was read stays itself from then on.
pub fn csv(bytes: &[u8]) {
    match Table::from_csv(bytes) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(table) => {
            let csv = table.to_csv();
            assert_eq!(Table::from_csv(csv.as_bytes()).as_ref(), Ok(&table), "{csv}");
            let mut experiment = Preset::Weights.experiment();
            experiment.table = table;
            run_if_valid(experiment);
        }
    }
}

/// The text of an experiment's JSON: 50 updates and a look at everything, or an error that can be read.
pub fn experiment(bytes: &[u8]) {
    let Ok(json) = std::str::from_utf8(bytes) else { return };
    match Experiment::from_json(json) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(experiment) => {
            assert_eq!(Experiment::from_json(&experiment.to_json()).as_ref(), Ok(&experiment));
            run_if_valid(Experiment::clone(&experiment));
        }
    }
}

/// Edits of a running session: bytes choose a first experiment and what is done with its run.
pub fn session(bytes: &[u8]) {
    let mut u = Unstructured::new(bytes);
    // Bytes at an end are zeros: a small experiment, and no more edits.
    let _ = edit(&mut u);
}

fn edit(u: &mut Unstructured<'_>) -> Result<()> {
    let mut run = timeline(draw::experiment(u, Numbers::Allowed)?);
    let mut grid = PredictionGrid::default();
    while !u.is_empty() {
        match u.int_in_range(0..=9u8)? {
            0 => {
                let (before, updates) = (run.trainer().updates(), u.int_in_range(0..=40)?);
                let done = run.step(updates);
                assert!(run.trainer().updates() == before + done && done <= updates);
            }
            1 => run.reset(),
            2 => _ = run.set_learning_rate(u.arbitrary()?),
            3 => {
                run.evaluate();
                reported::are_numbers(run.trainer());
            }
            4 => {
                let plane = plane(u, run.trainer().experiment().table.subjects.len())?;
                look(
                    run.trainer().view(),
                    &plane,
                    &mut grid,
                    [u.int_in_range(0..=9)?, u.int_in_range(0..=9)?],
                );
            }
            5 | 6 => {
                let updates = u.int_in_range(0..=200)?;
                run.seek(updates);
                assert_eq!(run.trainer().updates(), updates.min(run.furthest()));
            }
            7 => run = timeline(draw::experiment(u, Numbers::Allowed)?),
            8 => by_hand(u, &mut run)?,
            _ => {
                let mut experiment = Experiment::clone(run.trainer().experiment());
                change(u, &mut experiment.table)?;
                if let Ok(checked) = CheckedExperiment::try_from(experiment) {
                    run = Timeline::new(checked);
                }
            }
        }
    }
    run.evaluate();
    reported::are_numbers(run.trainer());
    Ok(())
}

/// A parameter set by hand, also one that there is not; then every one of them as it is read.
fn by_hand(u: &mut Unstructured<'_>, run: &mut Timeline) -> Result<()> {
    let count = run.evaluate().parameters().len();
    let value = if u.arbitrary()? { u.arbitrary()? } else { f64::from(u.int_in_range(-100..=100i8)?) / 50.0 };
    _ = run.set_parameter(u.int_in_range(0..=count)?, value);
    let parameters = run.evaluate().parameters().to_vec();
    if run.set_parameters(&parameters).is_ok() {
        assert!(!run.trainer().has_diverged(), "{parameters:?}");
    }
    PerSampleSteps::default().compute(
        run.trainer().view(),
        u.int_in_range(0..=300)?,
        u.int_in_range(0..=300)?,
    );
    Ok(())
}

/// One edit of a table, as the page makes them.
fn change(u: &mut Unstructured<'_>, table: &mut Table) -> Result<()> {
    let count = table.students.len();
    let at = u.choose_index(count.max(1))?;
    match u.int_in_range(0..=5u8)? {
        0 if count < 300 => {
            let student = draw::student(u, Numbers::Allowed, table)?;
            table.students.insert(at, student);
        }
        1 if count < 300 => table.students.extend_from_within(..),
        2 if count > 0 => _ = table.students.remove(at),
        3 => {
            let score = Some(draw::score(u, Numbers::Allowed)?).filter(|score| *score != 0.0);
            let student = table.students.get_mut(at);
            student.into_iter().flat_map(|student| student.scores.first_mut()).for_each(|s| *s = score);
        }
        4 => {
            let class = u.choose_iter(table.classes.iter()).ok().cloned();
            let target = match class {
                Some(class) => Target::Class(class),
                None => Target::Number(draw::score(u, Numbers::Allowed)?),
            };
            let keep = u.arbitrary()?;
            let student = table.students.get_mut(at);
            student.into_iter().for_each(|student| student.target = Some(target.clone()).filter(|_| keep));
        }
        _ => table.students.get_mut(at).into_iter().for_each(|student| student.included ^= true),
    }
    Ok(())
}

/// A plane that may or may not fit a table.
fn plane(u: &mut Unstructured<'_>, subjects: usize) -> Result<ScorePlane> {
    let mut score = || draw::score(u, Numbers::Allowed);
    let (x_range, y_range) = ([score()?, score()?], [score()?, score()?]);
    let mut held = (0..subjects).map(|_| score()).collect::<Result<Vec<_>>>()?;
    match u.int_in_range(0..=8u8)? {
        0 => _ = held.pop(),
        1 => held[0] = u.arbitrary()?,
        _ => {}
    }
    Ok(ScorePlane { x: u.int_in_range(0..=8)?, y: u.int_in_range(0..=8)?, x_range, y_range, held })
}

fn timeline(experiment: Experiment) -> Timeline {
    Timeline::new(checked(experiment))
}

fn checked(experiment: Experiment) -> CheckedExperiment {
    CheckedExperiment::try_from(experiment).expect("what is drawn passes the check")
}

/// The most multiplications, weights × students, of an experiment that is run here: a few hundred bytes of JSON may
/// ask for nets of two million weights, which train as they should but would stop a fuzzer.
const MAX_MULTIPLICATIONS: usize = 100_000;

fn run_if_valid(experiment: Experiment) {
    let Ok(checked) = CheckedExperiment::try_from(experiment) else { return };
    let (model, table) = (&checked.model, &checked.table);
    let units = model.hidden.iter().map(|layer| layer.units).chain([model.output.units(table.classes.len())]);
    let mut inputs = table.subjects.len();
    let weights: usize = units.map(|units| units * std::mem::replace(&mut inputs, units)).sum();
    if weights * table.students.len() > MAX_MULTIPLICATIONS {
        return;
    }
    let held = vec![50.0; table.subjects.len()];
    let plane =
        ScorePlane { x: 0, y: table.subjects.len() - 1, x_range: [0.0, 100.0], y_range: [0.0, 100.0], held };
    let mut run = Timeline::new(checked);
    assert!(run.step(50) <= 50);
    run.evaluate();
    reported::are_numbers(run.trainer());
    look(run.trainer().view(), &plane, &mut PredictionGrid::default(), [5, 5]);
}

/// Predicts over a plane and draws what was predicted, at every point and between.
fn look(model: ModelView<'_>, plane: &ScorePlane, grid: &mut PredictionGrid, [columns, rows]: [usize; 2]) {
    grid.fill(model, plane, columns, rows);
    let palette =
        Palette { paper: [255; 3], line: [0; 3], low: [1; 3], high: [2; 3], classes: vec![[3; 3], [4; 3]] };
    let image = BoundaryImage { range: [0.0, 100.0], levels: 5.0, flat: false, line_width: 1.0, palette };
    let classes = !model.experiment().table.classes.is_empty();
    for size in [[columns.max(2), rows.max(2)], [7, 3]] {
        let mut pixels = vec![];
        image.draw(grid, classes, size, &mut pixels);
        assert_eq!(pixels.len(), if grid.is_empty() { 0 } else { size[0] * size[1] });
    }
    assert!(grid.is_empty() || grid.values().len() == columns.max(2) * rows.max(2) * grid.outputs());
}
