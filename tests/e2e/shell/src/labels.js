// The boxes of names and nodes as the window draws them now, and what is wrong among them. Boxes are those of the drawn
// shapes and of the lines of words, without their halos, in pixels of the screen; two that share less than half a pixel on
// an axis do not meet.
(() => {
  const CLEAR = 0.5;
  const box = (element) => {
    const { x, y, width, height } = element.getBBox();
    const to = element.getScreenCTM();
    const corners = [[x, y], [x + width, y + height]].map(([a, b]) => [to.a * a + to.c * b + to.e, to.b * a + to.d * b + to.f]);
    return { left: corners[0][0], top: corners[0][1], right: corners[1][0], bottom: corners[1][1] };
  };
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > CLEAR && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > CLEAR;
  // The first group of a node is its shape with its badges; rings and the pin come and go.
  const nodes = [...document.querySelectorAll('[data-node]')].map((node) => ({ id: node.dataset.node, ...box(node.firstElementChild) }));
  const labels = [...document.querySelectorAll('[data-label-of]')].map((label) => ({ of: label.dataset.labelOf, ...box(label.querySelector('text')) }));
  const pane = document.querySelector('svg[role="application"]').getBoundingClientRect();
  const outside = labels.filter((a) => a.left < pane.left - 1 || a.right > pane.right + 1 || a.top < pane.top - 1 || a.bottom > pane.bottom + 1);
  let onLabel = 0;
  let onNode = 0;
  labels.forEach((label, i) => {
    onLabel += labels.slice(i + 1).filter((other) => meet(label, other)).length;
    onNode += nodes.filter((node) => node.id !== label.of && meet(label, node)).length;
  });
  return { nodes: nodes.length, labels: labels.length, onLabel, onNode, outside: outside.length };
})()
