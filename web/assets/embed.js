// Puts the chat where this script stands on the page of another site, in a frame that fits it:
// <script src="https://minutes.example.org/embed.js" data-title="Ask about our meetings"></script>
const script = document.currentScript;
const service = new URL(script.src).origin;
const frame = document.createElement("iframe");
frame.src = `${service}/embed`;
frame.title = script.dataset.title || "Ask what was said at public meetings";
frame.allow = "clipboard-write";
frame.referrerPolicy = "no-referrer";
Object.assign(frame.style, { display: "block", width: "100%", height: "40rem", border: "0" });
script.after(frame);

addEventListener("message", ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== service) return;
  if (data?.minutedHeight > 0) frame.style.height = `${data.minutedHeight}px`;
});
