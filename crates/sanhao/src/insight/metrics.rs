//! How well the machine does, in the numbers that are usual for it; all in 64 bits.

use serde::Serialize;

use crate::data::dataset::Role;
use crate::insight::analysis::Study;
use crate::math::sqrt;
use crate::spec::table::Target;

/// How well some students are predicted. None is what there is no number for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Metrics {
    /// Targets that are numbers, with the error e = prediction − target of each student.
    Numbers {
        /// How many.
        students: usize,
        /// Their mean loss.
        loss: Option<f64>,
        /// The mean of |e|, in points.
        mean_absolute_error: Option<f64>,
        /// √ of the mean of e².
        root_mean_square_error: Option<f64>,
        /// The largest |e|.
        largest_error: Option<f64>,
        /// 1 − Σ e² / Σ (target − mean target)²; none where the targets do not vary.
        r2: Option<f64>,
    },
    /// Targets that are classes.
    Classes {
        /// How many.
        students: usize,
        /// Their mean loss.
        loss: Option<f64>,
        /// The part whose class is predicted right.
        accuracy: Option<f64>,
        /// classes × classes: students of the row's class of whom the machine says the column's. A student without a
        /// prediction stands in no column.
        confusion: Vec<Vec<usize>>,
        /// Of those said to be in a class the part that is; one a class, none for a class that nobody is said to be in.
        precision: Vec<Option<f64>>,
        /// Of those in a class the part that is said to be; one a class, none for a class that nobody is in.
        recall: Vec<Option<f64>>,
        /// Of two classes: the chance that of a random yes and a random no the yes has the larger output, equal ones
        /// counted half. None with one class alone, or more than two.
        auc: Option<f64>,
    },
}

impl Study {
    /// The metrics of the training students and of those held out, if there are any, with the parameters shown.
    pub fn metrics(&mut self) -> [Option<Metrics>; 2] {
        self.take_shown();
        let loss = self.experiment.training.loss;
        self.evaluation.evaluate(loss, &self.network, &self.dataset, &mut self.workspace);
        let losses = [self.evaluation.loss(), self.evaluation.held_out_loss()];
        [(Role::Training, losses[0]), (Role::HeldOut, losses[1])].map(|(role, loss)| {
            let students = self.with_role(role);
            let classes = !self.experiment.table.classes.is_empty();
            match students.len() {
                0 => None,
                _ if classes => Some(self.of_classes(&students, loss)),
                _ => Some(self.of_numbers(&students, loss)),
            }
        })
    }

    fn of_numbers(&self, students: &[usize], loss: Option<f64>) -> Metrics {
        let predictions = self.evaluation.predictions();
        let pairs = students.iter().filter_map(|&i| match self.experiment.table.students[i].target {
            Some(Target::Number(target)) => Some([f64::from(predictions[(i, 0)]), target]),
            _ => None,
        });
        let pairs: Vec<[f64; 2]> = pairs.collect();
        let count = pairs.len() as f64;
        let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|&[p, t]| of(p, t)).sum::<f64>();
        let squares = sum(&|p, t| (p - t) * (p - t));
        let mean = sum(&|_, t| t) / count;
        let variation = sum(&|_, t| (t - mean) * (t - mean));
        let largest = pairs.iter().map(|[p, t]| (p - t).abs()).fold(0.0, f64::max);
        let root = finite(squares / count).map(sqrt);
        Metrics::Numbers {
            students: pairs.len(),
            loss,
            mean_absolute_error: finite(sum(&|p, t| (p - t).abs()) / count),
            root_mean_square_error: root,
            // A maximum passes over what is no number.
            largest_error: root.map(|_| largest),
            // Targets that are all alike may be off their mean by rounding.
            r2: if variation > 1e-18 * count * mean * mean {
                finite(1.0 - squares / variation)
            } else {
                None
            },
        }
    }

    fn of_classes(&self, students: &[usize], loss: Option<f64>) -> Metrics {
        let table = &self.experiment.table;
        let classes = table.classes.len();
        let predictions = self.evaluation.predictions();
        let mut confusion = vec![vec![0; classes]; classes];
        // The output that stands for a yes, and whether it is one.
        let mut ranked: Vec<(f32, bool)> = Vec::with_capacity(students.len());
        for &i in students {
            let Some(Target::Class(name)) = &table.students[i].target else { continue };
            let Some(class) = table.classes.iter().position(|class| class == name) else { continue };
            let output = predictions[(i, predictions.ncols() - 1)];
            if output.is_nan() {
                continue;
            }
            confusion[class][usize::from(self.evaluation.classes()[i])] += 1;
            ranked.push((output, class == 1));
        }
        let part = |of: usize, all: usize| (all > 0).then(|| of as f64 / all as f64);
        let right = |class: usize| confusion[class][class];
        let in_class = |class: usize| students.iter().filter(|&&i| self.is_in(i, class)).count();
        let said = |class: usize| confusion.iter().map(|row: &Vec<usize>| row[class]).sum();
        Metrics::Classes {
            students: students.len(),
            loss,
            accuracy: part((0..classes).map(right).sum(), students.len()),
            precision: (0..classes).map(|class| part(right(class), said(class))).collect(),
            recall: (0..classes).map(|class| part(right(class), in_class(class))).collect(),
            auc: if classes == 2 { auc(ranked) } else { None },
            confusion,
        }
    }

    fn is_in(&self, student: usize, class: usize) -> bool {
        let table = &self.experiment.table;
        matches!(&table.students[student].target, Some(Target::Class(name)) if *name == table.classes[class])
    }
}

/// The area under the receiver's operating characteristic, from the sum of the yeses' ranks (Mann & Whitney 1947); equal
/// outputs share the mean of their ranks.
fn auc(mut ranked: Vec<(f32, bool)>) -> Option<f64> {
    ranked.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
    let yes = ranked.iter().filter(|(_, yes)| *yes).count() as f64;
    let no = ranked.len() as f64 - yes;
    let (mut rank, mut sum) = (1.0, 0.0);
    for equal in ranked.chunk_by(|(a, _), (b, _)| a == b) {
        let count = equal.len() as f64;
        sum += equal.iter().filter(|(_, yes)| *yes).count() as f64 * (rank + (count - 1.0) / 2.0);
        rank += count;
    }
    finite((sum - yes * (yes + 1.0) / 2.0) / (yes * no))
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}
