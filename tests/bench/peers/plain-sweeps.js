/**
 * What a good engineer writes for the runs of the three sweeps, by hand, in plain JavaScript: as plain.js, one run after the
 * other. Each function takes scaled features and targets and trains the parameters of one run in place.
 */

/** Absolute error of a linear neuron without bias over three features, one student an update, RMSProp as in TensorFlow 1. */
export function weights(features, targets, rate, { decay, epsilon }, parameters) {
  const students = targets.length;
  const gain = 1 - decay;
  let student = 0;
  let [s0, s1, s2] = [1, 1, 1];
  return (updates) => {
    let [w0, w1, w2] = parameters;
    for (let update = 0; update < updates; update++) {
      const i = 3 * student;
      const x0 = features[i];
      const x1 = features[i + 1];
      const x2 = features[i + 2];
      const sign = Math.sign(w0 * x0 + w1 * x1 + w2 * x2 - targets[student]);
      const g0 = sign * x0;
      const g1 = sign * x1;
      const g2 = sign * x2;
      s0 = decay * s0 + gain * g0 * g0;
      s1 = decay * s1 + gain * g1 * g1;
      s2 = decay * s2 + gain * g2 * g2;
      w0 -= (rate * g0) / Math.sqrt(s0 + epsilon);
      w1 -= (rate * g1) / Math.sqrt(s1 + epsilon);
      w2 -= (rate * g2) / Math.sqrt(s2 + epsilon);
      student = student + 1 === students ? 0 : student + 1;
    }
    parameters[0] = w0;
    parameters[1] = w1;
    parameters[2] = w2;
  };
}

/** Adam over a flat array. */
function adamOf(rate, { beta1, beta2, epsilon }, parameters) {
  const [first, second] = [new Float64Array(parameters.length), new Float64Array(parameters.length)];
  let [power1, power2] = [1, 1];
  return (gradient) => {
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
    }
  };
}

/** Logistic regression over three features with a bias, all students an update, Adam. */
export function award(features, targets, rate, adam, parameters) {
  const students = targets.length;
  const gradient = new Float64Array(4);
  const change = adamOf(rate, adam, parameters);
  return (updates) => {
    for (let update = 0; update < updates; update++) {
      const [w0, w1, w2, b] = parameters;
      let g0 = 0;
      let g1 = 0;
      let g2 = 0;
      let gb = 0;
      for (let s = 0, i = 0; s < students; s++, i += 3) {
        const x0 = features[i];
        const x1 = features[i + 1];
        const x2 = features[i + 2];
        const d = 1 / (1 + Math.exp(-(w0 * x0 + w1 * x1 + w2 * x2 + b))) - targets[s];
        g0 += d * x0;
        g1 += d * x1;
        g2 += d * x2;
        gb += d;
      }
      gradient[0] = g0 / students;
      gradient[1] = g1 / students;
      gradient[2] = g2 / students;
      gradient[3] = gb / students;
      change(gradient);
    }
  };
}

/** 2→units→1, tanh and sigmoid, batches in an order that `shuffle` changes before each epoch, Adam. */
export function layers(features, targets, batch, units, rate, adam, parameters, shuffle) {
  const students = targets.length;
  const order = Uint32Array.from({ length: students }, (_, i) => i);
  const gradient = new Float64Array(parameters.length);
  const hidden = new Float64Array(units);
  const [biases, out] = [2 * units, 3 * units];
  const change = adamOf(rate, adam, parameters);
  let from = 0;
  return (updates) => {
    for (let update = 0; update < updates; update++) {
      if (from === 0) shuffle(order);
      const to = Math.min(from + batch, students);
      const share = 1 / (to - from);
      gradient.fill(0);
      for (let place = from; place < to; place++) {
        const student = order[place];
        const x0 = features[2 * student];
        const x1 = features[2 * student + 1];
        let z = parameters[out + units];
        for (let u = 0; u < units; u++) {
          const a = Math.tanh(parameters[2 * u] * x0 + parameters[2 * u + 1] * x1 + parameters[biases + u]);
          hidden[u] = a;
          z += parameters[out + u] * a;
        }
        const d = (1 / (1 + Math.exp(-z)) - targets[student]) * share;
        gradient[out + units] += d;
        for (let u = 0; u < units; u++) {
          const a = hidden[u];
          gradient[out + u] += d * a;
          const below = d * parameters[out + u] * (1 - a * a);
          gradient[2 * u] += below * x0;
          gradient[2 * u + 1] += below * x1;
          gradient[biases + u] += below;
        }
      }
      change(gradient);
      from = to === students ? 0 : to;
    }
  };
}

/** Fisher and Yates. */
export function shuffle(order) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    const kept = order[last];
    order[last] = order[other];
    order[other] = kept;
  }
}
