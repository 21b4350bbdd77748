/**
 * What a good engineer writes for one workload, by hand, in plain JavaScript: typed arrays, fused loops, nothing
 * allocated on the way. Each function takes the features students × inputs and the targets students × outputs, trains
 * the parameters in place and returns how to do so many updates.
 */

/** A linear neuron over three features; squared loss; descent. Parameters: three weights, then the bias. */
export function linear(features, targets, batch, rate, parameters) {
  const students = targets.length;
  let from = 0;
  return (updates) => {
    let [w0, w1, w2, b] = parameters;
    for (let update = 0; update < updates; update++) {
      const to = Math.min(from + batch, students);
      let g0 = 0;
      let g1 = 0;
      let g2 = 0;
      let gb = 0;
      for (let s = from, i = 3 * from; s < to; s++, i += 3) {
        const x0 = features[i];
        const x1 = features[i + 1];
        const x2 = features[i + 2];
        const d = w0 * x0 + w1 * x1 + w2 * x2 + b - targets[s];
        g0 += d * x0;
        g1 += d * x1;
        g2 += d * x2;
        gb += d;
      }
      const r = (2 * rate) / (to - from);
      w0 -= r * g0;
      w1 -= r * g1;
      w2 -= r * g2;
      b -= r * gb;
      from = to === students ? 0 : to;
    }
    parameters[0] = w0;
    parameters[1] = w1;
    parameters[2] = w2;
    parameters[3] = b;
  };
}

/** The same with a sigmoid and binary cross-entropy. */
export function logistic(features, targets, batch, rate, parameters) {
  const students = targets.length;
  let from = 0;
  return (updates) => {
    let [w0, w1, w2, b] = parameters;
    for (let update = 0; update < updates; update++) {
      const to = Math.min(from + batch, students);
      let g0 = 0;
      let g1 = 0;
      let g2 = 0;
      let gb = 0;
      for (let s = from, i = 3 * from; s < to; s++, i += 3) {
        const x0 = features[i];
        const x1 = features[i + 1];
        const x2 = features[i + 2];
        const d = 1 / (1 + Math.exp(-(w0 * x0 + w1 * x1 + w2 * x2 + b))) - targets[s];
        g0 += d * x0;
        g1 += d * x1;
        g2 += d * x2;
        gb += d;
      }
      const r = rate / (to - from);
      w0 -= r * g0;
      w1 -= r * g1;
      w2 -= r * g2;
      b -= r * gb;
      from = to === students ? 0 : to;
    }
    parameters[0] = w0;
    parameters[1] = w1;
    parameters[2] = w2;
    parameters[3] = b;
  };
}

/** Three classes by softmax over three features; cross-entropy; descent. Parameters: 3 × 3 weights, then three biases. */
export function softmax(features, targets, batch, rate, parameters) {
  const students = targets.length / 3;
  let from = 0;
  return (updates) => {
    let [a0, a1, a2, b0, b1, b2, c0, c1, c2, a, b, c] = parameters;
    for (let update = 0; update < updates; update++) {
      const to = Math.min(from + batch, students);
      let ga0 = 0;
      let ga1 = 0;
      let ga2 = 0;
      let gb0 = 0;
      let gb1 = 0;
      let gb2 = 0;
      let gc0 = 0;
      let gc1 = 0;
      let gc2 = 0;
      let ga = 0;
      let gb = 0;
      let gc = 0;
      for (let i = 3 * from; i < 3 * to; i += 3) {
        const x0 = features[i];
        const x1 = features[i + 1];
        const x2 = features[i + 2];
        const za = a0 * x0 + a1 * x1 + a2 * x2 + a;
        const zb = b0 * x0 + b1 * x1 + b2 * x2 + b;
        const zc = c0 * x0 + c1 * x1 + c2 * x2 + c;
        const largest = Math.max(za, zb, zc);
        const ea = Math.exp(za - largest);
        const eb = Math.exp(zb - largest);
        const ec = Math.exp(zc - largest);
        const share = 1 / (ea + eb + ec);
        const da = ea * share - targets[i];
        const db = eb * share - targets[i + 1];
        const dc = ec * share - targets[i + 2];
        ga0 += da * x0;
        ga1 += da * x1;
        ga2 += da * x2;
        ga += da;
        gb0 += db * x0;
        gb1 += db * x1;
        gb2 += db * x2;
        gb += db;
        gc0 += dc * x0;
        gc1 += dc * x1;
        gc2 += dc * x2;
        gc += dc;
      }
      const r = rate / (to - from);
      a0 -= r * ga0;
      a1 -= r * ga1;
      a2 -= r * ga2;
      b0 -= r * gb0;
      b1 -= r * gb1;
      b2 -= r * gb2;
      c0 -= r * gc0;
      c1 -= r * gc1;
      c2 -= r * gc2;
      a -= r * ga;
      b -= r * gb;
      c -= r * gc;
      from = to === students ? 0 : to;
    }
    parameters.set([a0, a1, a2, b0, b1, b2, c0, c1, c2, a, b, c]);
  };
}

/**
 * 2→4→2→1 with tanh; squared loss; descent. The weights of one neuron after the other stay in the array, the values of a
 * student in variables.
 */
export function small(features, targets, batch, rate, p) {
  const students = targets.length;
  const g = new Float64Array(p.length);
  let from = 0;
  return (updates) => {
    for (let update = 0; update < updates; update++) {
      const to = Math.min(from + batch, students);
      g.fill(0);
      for (let s = from; s < to; s++) {
        const x = features[2 * s];
        const y = features[2 * s + 1];
        const a = tanh(p[0] * x + p[1] * y + p[8]);
        const b = tanh(p[2] * x + p[3] * y + p[9]);
        const c = tanh(p[4] * x + p[5] * y + p[10]);
        const d = tanh(p[6] * x + p[7] * y + p[11]);
        const e = tanh(p[12] * a + p[13] * b + p[14] * c + p[15] * d + p[20]);
        const f = tanh(p[16] * a + p[17] * b + p[18] * c + p[19] * d + p[21]);
        const delta = p[22] * e + p[23] * f + p[24] - targets[s];
        g[22] += delta * e;
        g[23] += delta * f;
        g[24] += delta;
        const de = delta * p[22] * (1 - e * e);
        const df = delta * p[23] * (1 - f * f);
        g[12] += de * a;
        g[13] += de * b;
        g[14] += de * c;
        g[15] += de * d;
        g[16] += df * a;
        g[17] += df * b;
        g[18] += df * c;
        g[19] += df * d;
        g[20] += de;
        g[21] += df;
        const da = (de * p[12] + df * p[16]) * (1 - a * a);
        const db = (de * p[13] + df * p[17]) * (1 - b * b);
        const dc = (de * p[14] + df * p[18]) * (1 - c * c);
        const dd = (de * p[15] + df * p[19]) * (1 - d * d);
        g[0] += da * x;
        g[1] += da * y;
        g[2] += db * x;
        g[3] += db * y;
        g[4] += dc * x;
        g[5] += dc * y;
        g[6] += dd * x;
        g[7] += dd * y;
        g[8] += da;
        g[9] += db;
        g[10] += dc;
        g[11] += dd;
      }
      const r = (2 * rate) / (to - from);
      for (let i = 0; i < p.length; i++) p[i] -= r * g[i];
      from = to === students ? 0 : to;
    }
  };
}

/** The same net over points of two features each. */
export function smallGrid(points, p, values) {
  for (let i = 0; i < values.length; i++) {
    const x = points[2 * i];
    const y = points[2 * i + 1];
    const a = tanh(p[0] * x + p[1] * y + p[8]);
    const b = tanh(p[2] * x + p[3] * y + p[9]);
    const c = tanh(p[4] * x + p[5] * y + p[10]);
    const d = tanh(p[6] * x + p[7] * y + p[11]);
    const e = tanh(p[12] * a + p[13] * b + p[14] * c + p[15] * d + p[20]);
    const f = tanh(p[16] * a + p[17] * b + p[18] * c + p[19] * d + p[21]);
    values[i] = p[22] * e + p[23] * f + p[24];
  }
}

/** Math.tanh takes three times as long. Near 0 it loses digits that no gradient here misses. */
function tanh(z) {
  return 1 - 2 / (Math.exp(2 * z) + 1);
}

/**
 * Two hidden layers with ReLU, softmax and cross-entropy; Adam. Every product of matrices takes four rows at once, so
 * that each number that is loaded is used four times. `sizes`: units of each layer, features first.
 */
export function wide(features, targets, batch, { rate, beta1, beta2, epsilon }, sizes, parameters) {
  const outputs = sizes[3];
  const students = targets.length / outputs;
  const layers = layersOf(sizes, parameters, batch);
  const gradient = new Float64Array(parameters.length);
  const first = new Float64Array(parameters.length);
  const second = new Float64Array(parameters.length);
  const gradients = layersOf(sizes, gradient, 0);
  let from = 0;
  let power1 = 1;
  let power2 = 1;
  return (updates) => {
    for (let update = 0; update < updates; update++) {
      const to = Math.min(from + batch, students);
      const count = to - from;
      const x = features.subarray(from * sizes[0], to * sizes[0]);
      forward(layers, x, count);
      const { values, deltas } = layers[2];
      for (let i = 0; i < count * outputs; i++) deltas[i] = (values[i] - targets[from * outputs + i]) / count;
      for (let l = 2; l >= 0; l--) {
        const inputs = l === 0 ? x : layers[l - 1].values;
        addOuter(layers[l].deltas, inputs, count, sizes[l + 1], sizes[l], gradients[l]);
        if (l > 0) back(layers[l].deltas, layers[l].weights, count, sizes[l + 1], sizes[l], layers[l - 1]);
      }
      power1 *= beta1;
      power2 *= beta2;
      const scaled = rate / (1 - power1);
      const correction = 1 / (1 - power2);
      for (let i = 0; i < parameters.length; i++) {
        const g = gradient[i];
        const m = beta1 * first[i] + (1 - beta1) * g;
        const v = beta2 * second[i] + (1 - beta2) * g * g;
        first[i] = m;
        second[i] = v;
        parameters[i] -= (scaled * m) / (Math.sqrt(v * correction) + epsilon);
        gradient[i] = 0;
      }
      from = to === students ? 0 : to;
    }
  };
}

/** The same net over points. */
export function wideGrid(points, sizes, parameters, values) {
  const count = 100;
  const layers = layersOf(sizes, parameters, count);
  return () => {
    const chunk = count * sizes[0];
    for (let at = 0; at * chunk < points.length; at++) {
      forward(layers, points.subarray(at * chunk, (at + 1) * chunk), count);
      values.set(layers[2].values, at * count * sizes[3]);
    }
  };
}

/** Views of each layer's weights and biases in the flat array, and the memory of a batch. */
function layersOf(sizes, parameters, batch) {
  let at = 0;
  const take = (length) => {
    at += length;
    return parameters.subarray(at - length, at);
  };
  return sizes.slice(1).map((units, l) => {
    const [weights, biases] = [take(units * sizes[l]), take(units)];
    const [values, deltas] = [new Float64Array(units * batch), new Float64Array(units * batch)];
    return { units, inputs: sizes[l], weights, biases, values, deltas };
  });
}

function forward(layers, features, count) {
  let inputs = features;
  for (let l = 0; l < layers.length; l++) {
    const layer = layers[l];
    multiply(
      inputs,
      layer.weights,
      layer.biases,
      count,
      layer.units,
      layer.inputs,
      layer.values,
      l + 1 < layers.length,
    );
    inputs = layer.values;
  }
  const { units, values } = layers[layers.length - 1];
  for (let s = 0; s < count * units; s += units) {
    let largest = values[s];
    for (let u = 1; u < units; u++) if (values[s + u] > largest) largest = values[s + u];
    let sum = 0;
    for (let u = 0; u < units; u++) sum += values[s + u] = Math.exp(values[s + u] - largest);
    for (let u = 0; u < units; u++) values[s + u] /= sum;
  }
}

/** values = ReLU(inputs · weightsᵀ + biases), students × units. */
function multiply(inputs, weights, biases, count, units, width, values, relu) {
  const floor = relu ? 0 : -Infinity;
  const whole = units - (units % 4);
  for (let s = 0; s < count; s++) {
    const x = s * width;
    const to = s * units;
    for (let u = 0; u < whole; u += 4) {
      const [r0, r1, r2, r3] = [u * width, (u + 1) * width, (u + 2) * width, (u + 3) * width];
      let z0 = biases[u];
      let z1 = biases[u + 1];
      let z2 = biases[u + 2];
      let z3 = biases[u + 3];
      for (let k = 0; k < width; k++) {
        const v = inputs[x + k];
        z0 += weights[r0 + k] * v;
        z1 += weights[r1 + k] * v;
        z2 += weights[r2 + k] * v;
        z3 += weights[r3 + k] * v;
      }
      values[to + u] = z0 > floor ? z0 : floor;
      values[to + u + 1] = z1 > floor ? z1 : floor;
      values[to + u + 2] = z2 > floor ? z2 : floor;
      values[to + u + 3] = z3 > floor ? z3 : floor;
    }
    for (let u = whole; u < units; u++) {
      let z = biases[u];
      for (let k = 0; k < width; k++) z += weights[u * width + k] * inputs[x + k];
      values[to + u] = z > floor ? z : floor;
    }
  }
}

/** Adds deltasᵀ · inputs to the weights' gradient and the sums of the deltas to the biases'. */
function addOuter(deltas, inputs, count, units, width, { weights, biases }) {
  for (let u = 0; u < units; u++) {
    const row = u * width;
    let s = 0;
    for (; s + 4 <= count; s += 4) {
      const d0 = deltas[s * units + u];
      const d1 = deltas[(s + 1) * units + u];
      const d2 = deltas[(s + 2) * units + u];
      const d3 = deltas[(s + 3) * units + u];
      biases[u] += d0 + d1 + d2 + d3;
      const [x0, x1, x2, x3] = [s * width, (s + 1) * width, (s + 2) * width, (s + 3) * width];
      for (let k = 0; k < width; k++)
        weights[row + k] += d0 * inputs[x0 + k] + d1 * inputs[x1 + k] + d2 * inputs[x2 + k] + d3 * inputs[x3 + k];
    }
    for (; s < count; s++) {
      const d = deltas[s * units + u];
      biases[u] += d;
      for (let k = 0; k < width; k++) weights[row + k] += d * inputs[s * width + k];
    }
  }
}

/** The deltas below: deltas · weights where the value below is above 0. */
function back(deltas, weights, count, units, width, below) {
  const whole = units - (units % 4);
  for (let s = 0; s < count; s++) {
    const to = s * width;
    below.deltas.fill(0, to, to + width);
    for (let u = 0; u < whole; u += 4) {
      const at = s * units + u;
      const [d0, d1, d2, d3] = [deltas[at], deltas[at + 1], deltas[at + 2], deltas[at + 3]];
      const [r0, r1, r2, r3] = [u * width, (u + 1) * width, (u + 2) * width, (u + 3) * width];
      for (let k = 0; k < width; k++)
        below.deltas[to + k] +=
          d0 * weights[r0 + k] + d1 * weights[r1 + k] + d2 * weights[r2 + k] + d3 * weights[r3 + k];
    }
    for (let u = whole; u < units; u++) {
      const d = deltas[s * units + u];
      for (let k = 0; k < width; k++) below.deltas[to + k] += d * weights[u * width + k];
    }
    for (let k = to; k < to + width; k++) if (below.values[k] <= 0) below.deltas[k] = 0;
  }
}
