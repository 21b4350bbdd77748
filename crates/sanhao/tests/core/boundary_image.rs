//! The decision boundary's image: lines where the model's formula has them, colours as the predictions say.

use sanhao::insight::boundary_image::{BoundaryImage, Palette, Pixel};
use sanhao::{CheckedExperiment, Experiment, PredictionGrid, Preset, Scaling, ScorePlane, Trainer};

fn image(range: [f64; 2], levels: f64) -> BoundaryImage {
    let palette = Palette {
        paper: [255; 3],
        line: [0; 3],
        low: [255, 0, 0],
        high: [0, 0, 255],
        classes: vec![[255, 0, 0], [0, 0, 255], [0, 255, 0]],
    };
    BoundaryImage { range, levels, flat: true, line_width: 1.0, palette }
}

/// A run whose weights are given: weights of the subjects and a bias.
fn with_parameters(mut experiment: Experiment, parameters: &[f64]) -> Trainer {
    experiment.scaling = Scaling::Raw;
    experiment.model.bias = true;
    let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment).unwrap());
    for (index, &value) in parameters.iter().enumerate() {
        trainer.set_parameter(index, value).unwrap();
    }
    trainer
}

/// Scores from 60 to 100 of the first two subjects at the centres of width × height pixels.
fn grid(trainer: &Trainer, [width, height]: [usize; 2]) -> PredictionGrid {
    let centres = |count: usize| {
        let half = 20.0 / count as f64;
        [60.0 + half, 100.0 - half]
    };
    let plane =
        ScorePlane { x: 0, y: 1, x_range: centres(width), y_range: centres(height), held: vec![80.0; 3] };
    let mut grid = PredictionGrid::default();
    grid.fill(trainer.view(), &plane, width, height);
    grid
}

/// How much darker a pixel is than its class's colour: red or blue mixed with white.
fn darkness(pixel: Pixel) -> f64 {
    255.0 - f64::from(pixel[..3].iter().copied().max().unwrap())
}

#[test]
fn the_line_between_classes_lies_where_the_formula_has_it_to_a_tenth_of_a_pixel() {
    // σ(x + 0.3 y + 0.1 · 80 − 115): from x = 89 at the bottom to x = 77 at the top.
    let trainer = with_parameters(Preset::Award.experiment(), &[1.0, 0.3, 0.1, -115.0]);
    for [width, height] in [[200, 150], [203, 97]] {
        let mut pixels = vec![];
        image([0.0, 1.0], 0.1).draw(&grid(&trainer, [width, height]), true, [width, height], &mut pixels);
        assert_eq!(pixels.len(), width * height);
        for (row, pixels) in pixels.chunks(width).enumerate().skip(1) {
            let y = 100.0 - 40.0 * (row as f64 + 0.5) / height as f64;
            let expected = (115.0 - 8.0 - 0.3 * y - 60.0) / 40.0 * width as f64;
            let dark = |i: usize| darkness(pixels[i]);
            let total: f64 = (0..width).map(dark).sum();
            let centre = (0..width).map(|i| (i as f64 + 0.5) * dark(i)).sum::<f64>() / total;
            assert!((centre - expected).abs() < 0.1, "row {row}: {centre}, not {expected}");
            assert!((0..width).filter(|&i| dark(i) > 0.0).count() <= 4, "row {row} is blurred");
        }
        let [left, right] = [pixels[0], pixels[width - 1]];
        assert!(left[0] == 255 && left[2] < 255 && right[2] == 255 && right[0] < 255, "{left:?} {right:?}");
    }
}

/// The colours by their definition: paper with 12 % to 60 % of the class's colour, the surer the more.
#[test]
fn colours_say_how_sure_the_model_is() {
    for (preset, updates) in [(Preset::Award, 300), (Preset::Honours, 300), (Preset::Layers, 2000)] {
        let mut trainer = Trainer::new(CheckedExperiment::try_from(preset.experiment()).unwrap());
        trainer.step(updates);
        let size = [31, 22];
        let grid = grid(&trainer, size);
        let image = BoundaryImage { flat: false, line_width: -1.0, ..image([0.0, 1.0], 0.1) };
        let mut pixels = vec![];
        image.draw(&grid, true, size, &mut pixels);
        let predictions = grid.values();
        for (index, pixel) in pixels.iter().enumerate() {
            let p: Vec<f64> = (0..grid.outputs())
                .map(|k| f64::from(predictions[[index / size[0], index % size[0], k]]))
                .collect();
            let p = if let [p] = p[..] { vec![1.0 - p, p] } else { p };
            let sure =
                (p.iter().copied().fold(0.0, f64::max) * p.len() as f64 - 1.0) / (p.len() as f64 - 1.0);
            let class = (0..p.len()).max_by(|&a, &b| p[a].total_cmp(&p[b])).unwrap();
            for (&got, full) in pixel.iter().zip(image.palette.classes[class]) {
                let expected = 255.0 + (f64::from(full) - 255.0) * (0.12 + 0.48 * sure);
                assert!((f64::from(got) - expected).abs() <= 1.0, "{preset:?} {p:?}: {pixel:?}");
            }
        }
    }
}

#[test]
fn interpolated_pixels_are_those_of_a_finer_grid() {
    let mut trainer = Trainer::new(CheckedExperiment::try_from(Preset::Layers.experiment()).unwrap());
    trainer.step(20_000);
    let size = [240, 240];
    let [mut exact, mut interpolated] = [vec![], vec![]];
    let image = BoundaryImage { flat: false, ..image([0.0, 1.0], 0.1) };
    image.draw(&grid(&trainer, size), true, size, &mut exact);
    let plane =
        ScorePlane { x: 0, y: 1, x_range: [60.0, 100.0], y_range: [60.0, 100.0], held: vec![80.0; 3] };
    let mut coarse = PredictionGrid::default();
    coarse.fill(trainer.view(), &plane, 120, 120);
    image.draw(&coarse, true, size, &mut interpolated);
    let far = |(a, b): (&Pixel, &Pixel)| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > 40);
    let different = exact.iter().zip(&interpolated).filter(|&pair| far(pair)).count();
    assert!(different < 240, "{different} of 57,600 pixels");
}

#[test]
fn levels_have_lines_unless_they_are_closer_than_pixels() {
    // x + 0 y + 0 · 80: a level every 5 points.
    let trainer = with_parameters(Preset::Weights.experiment(), &[1.0, 0.0, 0.0, 0.0]);
    let size = [160, 8];
    let lines = |levels: f64| {
        let mut pixels = vec![];
        let image = BoundaryImage { flat: false, ..image([1e6, 2e6], levels) };
        image.draw(&grid(&trainer, size), false, size, &mut pixels);
        // Everything is far below the range and has one colour; what is darker is a line.
        let row = &pixels[4 * 160..][..160];
        row.windows(2).filter(|pair| pair[0] == row[2] && pair[1] != row[2]).count()
    };
    assert_eq!(lines(5.0), 8, "at 65, 70, …, 95, and half of the one at 100");
    assert_eq!(lines(0.25), 0, "a level every pixel");
}

#[test]
fn what_is_no_image_is_empty_and_what_is_tiny_is_drawn() {
    let trainer = Trainer::new(CheckedExperiment::try_from(Preset::Honours.experiment()).unwrap());
    let mut pixels = vec![[1; 4]];
    image([0.0, 1.0], 0.1).draw(&PredictionGrid::default(), true, [3, 3], &mut pixels);
    assert!(pixels.is_empty());
    for size in [[1, 1], [2, 5], [3, 2], [5, 3]] {
        image([0.0, 1.0], 0.0).draw(&grid(&trainer, [2, 2]), true, size, &mut pixels);
        assert!(pixels.len() == size[0] * size[1] && pixels.iter().all(|pixel| pixel[3] == 255), "{size:?}");
    }
}
