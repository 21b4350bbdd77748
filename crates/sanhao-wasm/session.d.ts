/** The shape of one layer. */
export interface LayerShape {
    inputs: number;
    units: number;
    bias: boolean;
}

/** A student's part in a run. One with a missing score is `incomplete`: neither trained on nor predicted. */
export type Role = "training" | "held_out" | "unlabelled" | "left_out" | "incomplete";

/** Everything that the next update depends on besides the experiment. */
export interface UpdateInput {
    /** Updates done before. */
    updates: number;
    /** The learning rate of the next update, after the schedule. */
    learningRate: number;
    /** The largest mean loss of a batch; beyond it the run has diverged. Infinite before the first update. */
    lossLimit: number;
    /** The students of the next batch, in its order: rows of the table. */
    students: Uint32Array;
    /** Every parameter as it is trained: for scaled features, under a constraint the free parameters; layer by layer, weights before biases. */
    parameters: Float32Array;
    /** The optimiser's memory of gradients, one number a parameter: momentum's decaying sum or Adam's decaying mean; empty for an optimiser without one. */
    first: Float32Array;
    /** The optimiser's memory of squared gradients, one number a parameter; empty for an optimiser without one. */
    second: Float32Array;
}

/** Red, green and blue, 0 to 255 each. */
export type Rgb = [number, number, number];

/** What `paintBoundary` paints. */
export interface BoundaryView extends ScorePlane {
    /** Where targets are numbers: the values that have the full colours `low` and `high`. */
    range: [number, number];
    /** Where targets are numbers: the distance between two level lines. */
    levels: number;
    /** Whether a class has one colour, and the values between two levels one. By default colours show how sure and how large a prediction is. */
    flat?: boolean;
    /** The width of lines, in pixels of the canvas; 1 by default. */
    lineWidth?: number;
    palette: { paper: Rgb; line: Rgb; low: Rgb; high: Rgb; classes: Rgb[] };
}
