// Officers' pages: what keeps an open page up to date.
import "./bell";
import "./quantities";
import "./look-again";
import "./refresh";
import "./several";
import { setUpPolePicker } from "./pole";

setUpPolePicker();
