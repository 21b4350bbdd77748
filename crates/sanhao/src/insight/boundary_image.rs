//! The decision boundary as an image: colours for a grid of predictions, with lines between classes or levels.
//!
//! A line is drawn from the predictions themselves: a pixel's distance from it is the height of the prediction over the line
//! divided by its slope from pixel to pixel, so that lines are sharp at the resolution of the image wherever they run.

use serde::Deserialize;
use wide::f32x4;

use crate::insight::prediction_grid::{PredictionGrid, split};

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// Red, green, blue and opacity, as a canvas has them.
pub type Pixel = [u8; 4];

/// How predictions are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundaryImage {
    /// Of numbers: the values that have the full colours `low` and `high`.
    pub range: [f64; 2],
    /// Of numbers: the distance between level lines.
    pub levels: f64,
    /// One colour a class and one between two levels; otherwise colours say how sure and how much.
    pub flat: bool,
    /// The width of lines, in pixels.
    pub line_width: f32,
    /// The colours.
    pub palette: Palette,
}

/// The colours of a [`BoundaryImage`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Where there is nothing to say.
    pub paper: Rgb,
    /// Lines.
    pub line: Rgb,
    /// Of numbers: the lowest ones.
    pub low: Rgb,
    /// The highest ones.
    pub high: Rgb,
    /// One a class.
    pub classes: Vec<Rgb>,
}

/// The part of a class's colour at the least and at the full confidence.
const FAINT: f32 = 0.12;
const FULL: f32 = 0.6;

/// The part of the line's colour in a line between classes and in one between levels of a total.
const BOUNDARY: f32 = 0.75;
const LEVEL: f32 = 0.22;

/// Shades of a class from unsure to sure, or of a total from low to high.
const SHADES: usize = 511;
const LAST: f32 = (SHADES - 1) as f32;

/// Four pixels beside each other.
struct Quad {
    /// The index of each pixel's colour in the table of colours, a whole number.
    colour: f32x4,
    /// Each prediction's height over the lines. Classes: how far it is from a tie with the next class. Numbers: in levels, with
    /// a line at every whole number.
    height: f32x4,
    /// The class; 0 for numbers.
    region: f32x4,
}

impl BoundaryImage {
    /// Draws predictions, of `classes` or of numbers, as width × height pixels, the top row first. A grid of that many
    /// points has a prediction for each pixel's centre; another one has them from edge to edge, and pixels between them
    /// are interpolated. An empty grid or size gives no pixels.
    // Inlined into a caller that is compiled for size it would be compiled for size too.
    #[inline(never)]
    pub fn draw(&self, grid: &PredictionGrid, classes: bool, size: [usize; 2], pixels: &mut Vec<Pixel>) {
        let [width, height] = size;
        pixels.clear();
        if grid.is_empty() || width * height == 0 {
            return;
        }
        pixels.resize(width * height, [0; 4]);
        let rows = Rows::new(grid, size);
        if classes {
            let outputs = grid.outputs();
            let paint = Paint { table: self.class_colours(), line: self.palette.line, strength: BOUNDARY };
            let covered = |height: f32x4, slope: f32x4| self.covered(height, slope);
            paint.draw(rows, pixels, |predictions| self.class(predictions, outputs), covered);
        } else {
            let paint = Paint { table: self.level_colours(), line: self.palette.line, strength: LEVEL };
            let covered = |height: f32x4, slope: f32x4| {
                // Levels that are closer than pixels would be nothing but lines.
                let visible = clamped(f32x4::splat(2.0) - slope * f32x4::splat(4.0));
                self.covered((height - height.round()).abs(), slope) * visible
            };
            paint.draw(rows, pixels, |predictions| self.level(predictions), covered);
        }
    }

    /// The shades of each class, the fuller the surer.
    fn class_colours(&self) -> Vec<Pixel> {
        let Palette { paper, classes, .. } = &self.palette;
        let shade = |full: Rgb, i: usize| mix(*paper, full, FAINT + (FULL - FAINT) * (i as f32 / LAST));
        classes.iter().flat_map(|&full| (0..SHADES).map(move |i| opaque(shade(full, i)))).collect()
    }

    /// The shades from low through paper to high.
    fn level_colours(&self) -> Vec<Pixel> {
        let Palette { paper, low, high, .. } = self.palette;
        let shade = |place: f32| mix(paper, if place < 0.0 { low } else { high }, FULL * place.abs());
        (0..SHADES).map(|i| opaque(shade(2.0 * i as f32 / LAST - 1.0))).collect()
    }

    /// Four predictions of classes, 4 × outputs. The surer, the fuller the colour, unless it is flat: from 0 where all
    /// classes are equal to 1.
    #[inline(always)]
    fn class(&self, predictions: &[f32], outputs: usize) -> Quad {
        let output = |k: usize| f32x4::from(std::array::from_fn::<_, 4, _>(|i| predictions[i * outputs + k]));
        let (mut region, mut first, mut second) = (f32x4::ZERO, output(0), f32x4::splat(f32::NEG_INFINITY));
        let equal = if outputs == 1 {
            // One output is the share of the second class.
            region = first.simd_ge(f32x4::HALF) & f32x4::ONE;
            first = f32x4::HALF + (first - f32x4::HALF).abs();
            second = f32x4::HALF;
            f32x4::HALF
        } else {
            for k in 1..outputs {
                let p = output(k);
                let leads = p.simd_gt(first);
                second = leads.bitselect(first, p.simd_gt(second).bitselect(p, second));
                region = leads.bitselect(f32x4::splat(k as f32), region);
                first = leads.bitselect(p, first);
            }
            f32x4::splat(1.0 / outputs as f32)
        };
        let confidence = clamped((first - equal) / (f32x4::ONE - equal));
        let sure = if self.flat { f32x4::ONE } else { confidence };
        let colour = region * f32x4::splat(SHADES as f32) + (sure * f32x4::splat(LAST)).round();
        Quad { colour, height: first - second, region }
    }

    /// Four predictions of numbers. Flat, all between two levels have the colour of the middle.
    #[inline(always)]
    fn level(&self, predictions: &[f32]) -> Quad {
        let [low, high] = self.range.map(|end| end as f32);
        let levels = f32x4::splat(self.levels as f32);
        let prediction = f32x4::from(std::array::from_fn::<_, 4, _>(|i| predictions[i]));
        let height = prediction / levels;
        let shown = if self.flat { (height.floor() + f32x4::HALF) * levels } else { prediction };
        let place = clamped((shown - f32x4::splat(low)) / f32x4::splat(high - low));
        Quad { colour: (place * f32x4::splat(LAST)).round(), height, region: f32x4::ZERO }
    }

    /// How much of a pixel a line covers, from 0 to 1, where heights change so much from pixel to pixel.
    #[inline(always)]
    fn covered(&self, height: f32x4, slope: f32x4) -> f32x4 {
        clamped(f32x4::splat(self.line_width / 2.0 + 0.5) - height / slope)
    }
}

/// The colours of an image.
struct Paint {
    table: Vec<Pixel>,
    line: Rgb,
    /// The part of the line's colour in a line.
    strength: f32,
}

impl Paint {
    /// Writes every pixel. `covered`: how much of a pixel a line covers at a height and its slope.
    #[inline(always)]
    fn draw(
        &self,
        mut rows: Rows<'_>,
        pixels: &mut [Pixel],
        quad: impl Fn(&[f32]) -> Quad,
        covered: impl Fn(f32x4, f32x4) -> f32x4,
    ) {
        let width = rows.width;
        let outputs = rows.shape[2];
        let mut above = vec![[f32x4::ZERO; 2]; width.div_ceil(4)];
        // The last four pixels, where the row has fewer.
        let mut last = vec![0.0; 4 * outputs];
        for (y, pixels) in pixels.chunks_exact_mut(width).enumerate() {
            let predictions = rows.row(y);
            let mut before = [0.0; 2];
            for ((i, pixels), above) in pixels.chunks_mut(4).enumerate().zip(&mut above) {
                let predictions = &predictions[4 * i * outputs..][..pixels.len() * outputs];
                let predictions = if pixels.len() == 4 {
                    predictions
                } else {
                    last[..predictions.len()].copy_from_slice(predictions);
                    &last
                };
                let Quad { colour, height, region } = quad(predictions);
                let ([h0, h1, h2, h3], [r0, r1, r2, r3]) = (height.to_array(), region.to_array());
                if i == 0 {
                    // What lies outside is taken as level.
                    before = [h0, r0];
                }
                let beside = [[before[0], h0, h1, h2].into(), [before[1], r0, r1, r2].into()];
                let across = fall(height, region, beside);
                let down = if y == 0 { f32x4::ZERO } else { fall(height, region, *above) };
                let slope = (across * across + down * down).sqrt();
                // A slope of rounding errors leads nowhere.
                let slopes = slope.simd_gt(height.abs() * f32x4::splat(8.0 * f32::EPSILON));
                let line = covered(height, slope) & slopes;
                let colour = colour.to_array();
                for (pixel, colour) in pixels.iter_mut().zip(colour) {
                    // A cast of what is no number is 0.
                    *pixel = self.table.get(colour as usize).copied().unwrap_or(opaque(self.line));
                }
                if line.simd_gt(f32x4::ZERO).any() {
                    for (pixel, part) in pixels.iter_mut().zip(line.to_array()) {
                        let [r, g, b, _] = *pixel;
                        *pixel = opaque(mix([r, g, b], self.line, self.strength * part));
                    }
                }
                *above = [height, region];
                before = [h3, r3];
            }
        }
    }
}

/// How far heights fall to those of other pixels. Beyond a line between classes the other's lead is this one's lag.
#[inline(always)]
fn fall(height: f32x4, region: f32x4, [other, region_of_other]: [f32x4; 2]) -> f32x4 {
    height - region.simd_eq(region_of_other).bitselect(other, -other)
}

/// Between 0 and 1; what is no number stays so.
#[inline(always)]
fn clamped(x: f32x4) -> f32x4 {
    let x = x.simd_lt(f32x4::ZERO).bitselect(f32x4::ZERO, x);
    x.simd_gt(f32x4::ONE).bitselect(f32x4::ONE, x)
}

/// The predictions of one row of pixels after another: those of the grid, or interpolated between them.
struct Rows<'a> {
    /// Rows × columns × outputs, the top row first.
    values: &'a [f32],
    shape: [usize; 3],
    /// For each column of pixels the grid's last column at or before it, and the fraction of the way to the next.
    columns: Vec<(usize, f32)>,
    width: usize,
    height: usize,
    /// Between two rows of the grid, at its columns.
    between: Vec<f32>,
    predictions: Vec<f32>,
}

impl<'a> Rows<'a> {
    fn new(grid: &'a PredictionGrid, [width, height]: [usize; 2]) -> Self {
        let (rows, columns, outputs) = grid.values().dim();
        let is_exact = [columns, rows] == [width, height];
        Self {
            values: grid.values().to_slice().unwrap_or_default(),
            shape: [rows, columns, outputs],
            columns: (0..if is_exact { 0 } else { width })
                .map(|x| split(centre(x, width), columns))
                .collect(),
            width,
            height,
            between: vec![0.0; columns * outputs],
            predictions: vec![0.0; width * outputs],
        }
    }

    /// The predictions of a row of pixels, columns × outputs.
    fn row(&mut self, y: usize) -> &[f32] {
        let Self { values, shape: [rows, columns, outputs], height, between, predictions, .. } = self;
        let count = *columns * *outputs;
        if self.columns.is_empty() {
            return &values[y * count..][..count];
        }
        let (above, down) = split(centre(y, *height), *rows);
        let (above, below) = values[above * count..][..2 * count].split_at(count);
        let pairs = above.iter().zip(below);
        between.iter_mut().zip(pairs).for_each(|(to, (&a, &b))| *to = a + (b - a) * down);
        for (to, &(column, right)) in predictions.chunks_exact_mut(*outputs).zip(&self.columns) {
            let (a, b) = between[column * *outputs..][..2 * *outputs].split_at(*outputs);
            to.iter_mut().zip(a.iter().zip(b)).for_each(|(to, (&a, &b))| *to = a + (b - a) * right);
        }
        predictions
    }
}

/// The place of a pixel's centre, from 0 to 1.
fn centre(i: usize, pixels: usize) -> f64 {
    (i as f64 + 0.5) / pixels as f64
}

fn opaque([r, g, b]: Rgb) -> Pixel {
    [r, g, b, 255]
}

/// A colour on the way from `a` to `b`.
fn mix(a: Rgb, b: Rgb, part: f32) -> Rgb {
    std::array::from_fn(|i| (f32::from(a[i]) + (f32::from(b[i]) - f32::from(a[i])) * part + 0.5) as u8)
}
