const metrics = JSON.parse(document.getElementById("metrics-data").textContent);
const data = JSON.parse(document.getElementById("gallery-data").textContent);
const control = id => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const number = value => value === undefined ? "–" : Number(value).toFixed(4).replace(/\.?0+$/, "");

function options(select, values, chosen) {
  for (const [value, text] of values) {
    select.append(element("option", { value, textContent: text, selected: value === chosen }));
  }
}

const distinct = key => [...new Set(data.entries.map(entry => String(entry.measurement[key])))];
const budgets = distinct("maxBytes");

options(control("codec"), [["", "all"], ...distinct("codec").map(name => [name, name])], "");
options(control("budget"), [["", "any"], ...budgets.map(bytes => [bytes, bytes + " bytes"])],
  budgets[Math.floor(budgets.length / 2)]);
options(control("sort"),
  [["picture", "picture"], ["bytes", "bytes"], ...metrics.map(metric => ["metric:" + metric.name, metric.name])],
  "picture");

function sortValue(measurement, key) {
  return key.startsWith("metric:") ? measurement.metrics[key.slice(7)] : measurement[key];
}

/** What failed has no value and comes last in either order. */
function compare(first, second, key, sign) {
  const a = sortValue(first.measurement, key);
  const b = sortValue(second.measurement, key);
  if (a === undefined || b === undefined) {
    return (a === undefined) - (b === undefined);
  }
  return sign * (typeof a === "string" && key === "picture" ? a.localeCompare(b) : Number(a) - Number(b));
}

function pair(entry) {
  const box = element("div", { className: "pair" });
  const name = entry.measurement.picture;
  const slider = element("input", { type: "range", min: 0, max: 100, value: 50, step: "any",
    ariaLabel: "how much of the original of " + name + " to show" });
  slider.addEventListener("input", () => box.style.setProperty("--cut", slider.value + "%"));
  box.append(
    element("img", { src: entry.image, alt: name + ", reconstruction" }),
    element("img", { src: data.sources[name], alt: name + ", original", className: "source" }),
    slider);
  return box;
}

// The deviation is over the decodes of this one file.
function score(one, metric) {
  const deviation = metric in one.deviations ? " ±" + number(one.deviations[metric]) : "";
  return metric + " " + number(one.metrics[metric]) + deviation;
}

function card(entry) {
  const one = entry.measurement;
  const figure = element("figure");
  figure.dataset.picture = one.picture;
  figure.dataset.bytes = one.bytes;
  if (entry.image) {
    figure.append(pair(entry));
  }
  const scores = metrics.map(metric => score(one, metric.name)).join(" · ");
  const caption = element("figcaption", {},
    element("p", {}, element("b", { textContent: one.bytes || "–" }), " bytes of at most " + one.maxBytes),
    element("p", { textContent: one.picture + " · " + one.codec + (one.setting ? " · " + one.setting : "") }),
    element("p", { textContent: scores }));
  if (one.failure) {
    caption.append(element("p", { className: "failed", textContent: one.failure }));
  }
  figure.append(caption);
  return figure;
}

function show() {
  const codec = control("codec").value;
  const budget = control("budget").value;
  const sign = control("descending").checked ? -1 : 1;
  const chosen = data.entries
    .filter(({ measurement }) => (!codec || measurement.codec === codec) && (!budget || String(measurement.maxBytes) === budget))
    .sort((a, b) => compare(a, b, control("sort").value, sign));
  control("gallery").replaceChildren(...chosen.map(card));
  control("shown").textContent = chosen.length + " shown";
}

function table(head, rows) {
  const line = (cells, kind) => element("tr", {}, ...cells.map(text => element(kind, { textContent: text })));
  return element("table", {},
    element("thead", {}, line(head, "th")), element("tbody", {}, ...rows.map(row => line(row, "td"))));
}

function showWorst() {
  const anchor = data.entries[0].measurement.codec;
  for (const metric of metrics) {
    const key = "metric:" + metric.name;
    const worst = data.entries
      .filter(({ measurement }) => measurement.codec === anchor && metric.name in measurement.metrics)
      .sort((a, b) => compare(a, b, key, metric.higherIsBetter ? 1 : -1))
      .slice(0, 10)
      .map(({ measurement }) => [measurement.picture, measurement.maxBytes, measurement.bytes, number(sortValue(measurement, key))]);
    control("worst-tables").append(element("div", {}, table(["picture", "at most", "bytes", metric.name], worst)));
  }
}

function showFailures() {
  const failed = data.entries.map(entry => entry.measurement).filter(one => one.failure);
  control("failure-table").append(failed.length === 0
    ? element("p", { textContent: "None." })
    : table(["picture", "codec", "at most", "what happened"],
        failed.map(one => [one.picture, one.codec, one.maxBytes, one.failure])));
}

control("controls").addEventListener("input", show);
control("controls").addEventListener("submit", event => event.preventDefault());
show();
showWorst();
showFailures();
