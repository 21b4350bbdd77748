//! Students with a missing score: neither trained on nor predicted, and nothing else is changed by them.

use sanhao::insight::least_squares::solve;
use sanhao::insight::stability::largest_learning_rate;
use sanhao::insight::{explain, metrics};
use sanhao::{
    Analysis, CheckedExperiment, Constraint, Experiment, GridSearch, Loss, Output, PerSampleSteps, Preset,
    Role, Scaling, Student, Table, Timeline,
};

/// The rows of [`with_missing`] that have a missing score.
const MISSING: [usize; 3] = [0, 2, 5];

/// The experiment with copies of its second student in the rows [`MISSING`], each without another score. They have a target
/// and are included, but for the last one, which is left out.
fn with_missing(experiment: &Experiment) -> Experiment {
    let mut experiment = experiment.clone();
    for (i, row) in MISSING.into_iter().enumerate() {
        let mut student = experiment.table.students[1].clone();
        let subject = i % student.scores.len();
        student.scores[subject] = None;
        student.included = row != MISSING[2];
        experiment.table.students.insert(row, student);
    }
    experiment
}

/// The four cases in every scaling: with shuffled batches, with held-out students, and in each other kind of model. The
/// fourth has a hidden layer.
fn experiments() -> Vec<Experiment> {
    let mut experiments = vec![];
    for preset in Preset::ALL {
        for scaling in [Scaling::Raw, Scaling::DivideBy100, Scaling::Standard] {
            let mut experiment = Experiment { scaling, ..preset.experiment() };
            // Enough students for the rows and for held-out ones.
            while experiment.table.students.len() < 6 {
                experiment.table.students.extend_from_within(..);
            }
            experiment.training.batch_size = Some(4);
            experiment.training.shuffle = true;
            experiment.training.test_fraction = 0.3;
            experiments.push(experiment);
        }
    }
    let mut sum_to_one = experiments[2].clone();
    sum_to_one.model.weights = Constraint::SumToOne;
    experiments.push(sum_to_one);
    experiments
}

fn checked(experiment: &Experiment) -> CheckedExperiment {
    CheckedExperiment::try_from(experiment.clone()).unwrap()
}

/// The rows of an experiment with missing scores that have a student of the experiment without.
fn complete_rows(table: &Table) -> Vec<usize> {
    (0..table.students.len()).filter(|row| !MISSING.contains(row)).collect()
}

fn bits(numbers: &[f32]) -> Vec<u32> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

#[test]
fn training_has_the_same_bits_as_without_the_students_who_miss_a_score() {
    for experiment in experiments() {
        let incomplete = with_missing(&experiment);
        let rows = complete_rows(&incomplete.table);
        let [mut run, mut other] = [&experiment, &incomplete].map(|e| Timeline::new(checked(e)));
        for run in [&mut run, &mut other] {
            run.step(300);
            run.seek(150);
            run.evaluate();
        }
        let (run, other) = (run.trainer(), other.trainer());
        let roles: Vec<Role> = rows.iter().map(|&row| other.roles()[row]).collect();
        assert_eq!(roles, run.roles());
        assert!(MISSING.iter().all(|&row| other.roles()[row] == Role::Incomplete));
        assert_eq!(run.history(), other.history());
        let (a, b) = (run.evaluation(), other.evaluation());
        assert_eq!(bits(a.parameters()), bits(b.parameters()));
        assert_eq!((a.loss(), a.held_out_loss()), (b.loss(), b.held_out_loss()));
        assert_eq!((a.accuracy(), a.held_out_accuracy()), (b.accuracy(), b.held_out_accuracy()));
        assert_eq!(a.threshold(), b.threshold());
        for (i, &row) in rows.iter().enumerate() {
            assert_eq!(bits(&a.predictions().row(i).to_vec()), bits(&b.predictions().row(row).to_vec()));
            assert_eq!(a.classes().get(i), b.classes().get(row));
            assert_eq!(a.errors().get(i).map(|e| e.to_bits()), b.errors().get(row).map(|e| e.to_bits()));
            let probability = |of: &[f32], row: usize| of.get(row).map(|p| p.to_bits());
            assert_eq!(probability(a.probabilities(), i), probability(b.probabilities(), row));
        }
        for row in MISSING {
            assert!(b.predictions().row(row).iter().all(|p| p.is_nan()), "no prediction");
            assert!(b.errors().get(row).is_none_or(|error| error.is_nan()), "no error");
            assert!(b.probabilities().get(row).is_none_or(|p| p.is_nan()), "no probability");
        }
    }
}

#[test]
fn what_explains_a_run_has_the_same_bits_as_without_them() {
    for experiment in experiments() {
        let incomplete = with_missing(&experiment);
        let rows = complete_rows(&incomplete.table);
        let [run, other] = [&experiment, &incomplete].map(|e| {
            let mut run = Timeline::new(checked(e));
            run.step(7);
            run.evaluate();
            run
        });
        let parameters = run.trainer().evaluation().parameters().to_vec();
        let [analysis, of_other] = [&experiment, &incomplete].map(|e| {
            let mut analysis = Analysis::new(checked(e));
            analysis.set_parameters(&parameters).unwrap();
            analysis
        });
        assert_eq!(metrics::of(analysis.view()), metrics::of(of_other.view()));
        assert_eq!(solve(&analysis), solve(&of_other));
        let stability = |analysis| largest_learning_rate(analysis, &vec![1.0; parameters.len()], 7);
        assert_eq!(stability(&analysis), stability(&of_other));

        let (input, of_rows) = (run.trainer().update_input(), other.trainer().update_input());
        let students: Vec<usize> = input.students.iter().map(|&student| rows[student]).collect();
        assert_eq!(of_rows.students, students);
        assert_eq!(explain::update(&analysis, &input), explain::update(&of_other, &of_rows));
        let of_missing = sanhao::UpdateInput { students: vec![MISSING[0]], ..of_rows };
        assert!(explain::update(&of_other, &of_missing).is_err(), "no update is made of a missing score");

        let steps = |run: &Timeline, row| {
            let mut steps = PerSampleSteps::default();
            steps.compute(run.trainer().view(), row, 1);
            bits(steps.values().as_slice().unwrap())
        };
        for (i, &row) in rows.iter().enumerate() {
            assert_eq!(steps(&run, i), steps(&other, row));
        }
        assert!(MISSING.iter().all(|&row| steps(&other, row).iter().all(|&bits| bits == 0)));
    }
}

#[test]
fn a_search_over_a_grid_of_weights_leaves_them_out() {
    let mut experiment = Preset::Weights.experiment();
    experiment.table.students.extend_from_within(..);
    experiment.table.students.extend_from_within(..);
    experiment.training.loss = Loss::Squared;
    experiment.model.bias = false;
    assert_eq!(experiment.model.output, Output::Linear);
    let [best, other] = [experiment.clone(), with_missing(&experiment)].map(|experiment| {
        let mut search = GridSearch::new(&Analysis::new(checked(&experiment)), 10).unwrap().unwrap();
        search.step(u64::MAX);
        search.best().unwrap()
    });
    assert_eq!(best, other);
}

#[test]
fn a_missing_score_is_null_in_json_and_an_empty_cell_in_csv() {
    let experiment = with_missing(&Preset::Honours.experiment());
    let json = experiment.to_json();
    assert!(json.contains("null"), "{json}");
    assert_eq!(*Experiment::from_json(&json).unwrap(), experiment);

    let mut table = Preset::Weights.experiment().table;
    table.students[0].scores[1] = None;
    let csv = table.to_csv();
    assert_eq!(csv.lines().nth(1), Some("A,90,,70,85"));
    assert_eq!(Table::from_csv(csv.as_bytes()).unwrap(), table);
    let rows = ["name,德育,总分", "甲, ,85"].map(|row| row.split(',').map(str::to_owned).collect());
    assert_eq!(Table::from_rows(rows).unwrap().students[0].scores, [None]);
}

#[test]
fn a_table_needs_a_student_with_a_target_and_every_score() {
    let mut experiment = Preset::Weights.experiment();
    let miss = |student: &mut Student| student.scores[0] = None;
    miss(&mut experiment.table.students[0]);
    assert!(CheckedExperiment::try_from(experiment.clone()).is_ok());
    miss(&mut experiment.table.students[1]);
    let refused = CheckedExperiment::try_from(experiment.clone()).unwrap_err().to_string();
    assert_eq!(refused, "table.students: 0 students with a target to learn from, at least 1 needed");
    experiment.table.students[1].scores = vec![Some(f64::NAN), None, Some(90.0)];
    let refused = CheckedExperiment::try_from(experiment).unwrap_err().to_string();
    assert_eq!(refused, "table.students[1].scores[0]: NaN is not a finite number");
}
