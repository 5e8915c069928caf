// Improves pages that work without it.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
  createAll,
} from "govuk-frontend";
import { answerInPlace } from "./answering.js";
import { addQuotes, keepBriefing } from "./briefing.js";
import { offerCopying } from "./copying.js";
import { fitFrame } from "./embedded.js";
import { sendFeedback } from "./feedback.js";

const COMPONENTS = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  SkipLink,
];

function improve(scope) {
  COMPONENTS.forEach((component) => createAll(component, undefined, scope));
  offerCopying(scope);
}

if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
  improve(document);
  answerInPlace(improve);
  addQuotes();
  keepBriefing();
  sendFeedback();
  fitFrame();
}
