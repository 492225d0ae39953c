// Script of the page that one frame takes, in the engine itself: what the page does on an event of the pointer, until its
// microtasks have run, and on the frame and the timers that follow. `gesture` is one of those below; answers milliseconds
// a frame, as fine as the engine's clock is (WebKit rounds to 1 ms: the mean is finer than each).
((gesture, frames) => {
  const svg = document.querySelector('svg[role="application"]');
  const box = svg.getBoundingClientRect();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  let later = 0;
  const kept = { requestAnimationFrame, setTimeout };
  for (const [name, ask] of Object.entries(kept))
    window[name] = (work, ...rest) =>
      ask((...given) => {
        const start = performance.now();
        work(...given);
        later += performance.now() - start;
      }, ...rest);
  // No pointer of the machine is down, so none can be captured.
  svg.setPointerCapture = () => undefined;

  const pointer = (type, on, { x, y }, buttons) =>
    on.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, composed: true, pointerId: 1, isPrimary: true, pointerType: 'mouse', button: type === 'pointermove' ? -1 : 0, buttons, clientX: x, clientY: y, movementX: 1, movementY: 1 }));
  const shown = () => new Promise((done) => kept.requestAnimationFrame.call(window, () => kept.setTimeout.call(window, done)));
  const nodes = [...document.querySelectorAll('[data-node]')];
  const inside = nodes.filter((node) => {
    const at = node.getBoundingClientRect();
    return at.x > box.x + 40 && at.right < box.right - 40 && at.y > box.y + 40 && at.bottom < box.bottom - 40;
  });
  const place = (node) => {
    const at = node.getBoundingClientRect();
    return { x: at.x + at.width / 2, y: at.y + at.height / 2 };
  };
  const held = inside[Math.floor(inside.length / 2)];
  const from = place(held);
  const moved = (at, i) => ({ x: at.x + 6 + i * 2, y: at.y + 6 + (i % 15) });

  const gestures = {
    pan: {
      begin: () => pointer('pointerdown', svg, middle, 1),
      frame: (i) => pointer('pointermove', svg, moved(middle, i), 1),
      end: () => pointer('pointerup', svg, middle, 0),
    },
    zoom: {
      frame: (i) => svg.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: middle.x, clientY: middle.y, deltaY: i % 20 < 10 ? -60 : 60 })),
    },
    hover: {
      frame: (i) => {
        const node = inside[(i * 7) % inside.length];
        pointer('pointerover', node, place(node), 0);
      },
      end: () => pointer('pointerleave', svg, middle, 0),
    },
    drag: {
      begin: () => pointer('pointerdown', held, from, 1),
      frame: (i) => pointer('pointermove', held, moved(from, i), 1),
      end: () => pointer('pointercancel', held, from, 0),
    },
  };

  const { begin, frame, end } = gestures[gesture];
  return (async () => {
    // A gesture that changes nothing costs nothing: how many frames changed the figure is told too.
    let changes = 0;
    const watch = new MutationObserver((found) => (changes += found.length));
    watch.observe(svg, { attributes: true, childList: true, subtree: true });
    let changed = 0;
    begin?.();
    await shown();
    const spent = [];
    for (let i = 0; i < frames; i += 1) {
      later = 0;
      changes = 0;
      const start = performance.now();
      frame(i);
      // The page's own microtasks are before these in the line.
      for (let turn = 0; turn < 4; turn += 1) await null;
      const now = performance.now() - start;
      await shown();
      spent.push(now + later);
      if (changes > 0) changed += 1;
    }
    watch.disconnect();
    end?.();
    await shown();
    Object.assign(window, kept);
    return { nodes: nodes.length, spent, changed };
  })();
})
