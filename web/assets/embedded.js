// In a frame of another site: tells that site how high the page is, so that the frame can fit it.
export function fitFrame() {
  const { body } = document;
  if (!("embedded" in body.dataset) || parent === window) return;
  // What only screen readers are told stands at the end and takes a pixel.
  const height = () => body.offsetHeight + 1;
  const tell = () => parent.postMessage({ minutedHeight: height() }, "*");
  new ResizeObserver(tell).observe(body);
}
