//! Tables from arrays.

use ndarray::{ArrayView1, ArrayView2};

use crate::spec::check::{check_table, length};
use crate::spec::error::{Error, Quantity};
use crate::spec::table::{Student, Table, Target};

impl Table {
    /// A table of numbers: `scores` is (n_students, n_subjects), `targets` has one number a student, all in score points.
    /// A score of NaN is a missing one, as in NumPy and pandas.
    ///
    /// Students and subjects are named by their numbers from 1 on; every student is included.
    ///
    /// ```
    /// use ndarray::array;
    /// use sanhao::Table;
    ///
    /// let table = Table::from_arrays(array![[90.0, 80.0, 70.0], [98.0, 95.0, 87.0]].view(), array![85.0, 96.0].view())?;
    /// assert_eq!(table.subjects, ["1", "2", "3"]);
    ///
    /// let table = Table::from_arrays(array![[90.0], [f64::NAN]].view(), array![85.0, 96.0].view())?;
    /// assert_eq!(table.students[1].scores, [None]);
    ///
    /// let error = Table::from_arrays(array![[90.0], [f64::INFINITY]].view(), array![85.0, 96.0].view()).unwrap_err();
    /// assert_eq!(error.to_string(), "table.students[1].scores[0]: inf is not a finite number");
    /// # Ok::<(), sanhao::Error>(())
    /// ```
    ///
    /// # Errors
    /// More or fewer targets than students; no student or no subject, or too many; no student without a missing score; an
    /// infinite score, a target that is not finite, or either beyond ±[`Table::LARGEST_SCORE`].
    pub fn from_arrays(scores: ArrayView2<'_, f64>, targets: ArrayView1<'_, f64>) -> Result<Self, Error> {
        length(&"targets", targets.len(), scores.nrows(), Quantity::Students).map_err(|error| *error)?;
        let students =
            scores.rows().into_iter().zip(targets).enumerate().map(|(i, (row, &target))| Student {
                name: (i + 1).to_string(),
                scores: row.iter().map(|&score| Some(score).filter(|score| !score.is_nan())).collect(),
                target: Some(Target::Number(target)),
                included: true,
            });
        let table = Self {
            subjects: (1..=scores.ncols()).map(|subject| subject.to_string()).collect(),
            target: "target".to_owned(),
            classes: vec![],
            students: students.collect(),
        };
        check_table(&table).map_err(|error| *error)?;
        Ok(table)
    }
}
