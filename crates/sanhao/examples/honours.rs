//! Case 3, two honours: three classes by softmax. Students without a class take no part in the loss and are predicted.

use sanhao::{Error, Experiment, Preset, Role, Trainer};

fn main() -> Result<(), Error> {
    let table = Preset::Honours.experiment().table;
    let mut trainer = Trainer::new(Experiment::classification(table.clone()).check()?);
    trainer.step(1000);
    let roles = trainer.roles().to_vec();
    let evaluation = trainer.evaluate();
    if let Some(accuracy) = evaluation.accuracy() {
        println!("accuracy: {:.0} %", 100.0 * accuracy);
    }
    let predicted = table.students.iter().zip(evaluation.classes()).zip(roles);
    for ((student, &class), _) in predicted.filter(|(_, role)| *role == Role::Unlabelled) {
        let scores = student.complete_scores().unwrap_or_default();
        println!("{} {scores:?}: {}", student.name, table.classes[usize::from(class)]);
    }
    Ok(())
}
