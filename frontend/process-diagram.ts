import { LitElement, html, type PropertyValues } from 'lit';
import Viewer from 'bpmn-js/lib/Viewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

/** The scale of a diagram that would fit larger, and the largest one can zoom to. */
const NATURAL = 1.1;
const LARGEST = 2;
const STEP = 1.4;
const MARGIN = 8;

/**
 * A BPMN model, with the steps a case has passed and those it stands on: whole at first, nearer to where the case stands
 * when one zooms in. The drawing is an image to assistive technology; its label says the same in words.
 */
class ProcessDiagram extends LitElement {
  static override properties = {
    xml: { type: String },
    active: { type: Array },
    passed: { type: Array },
    label: { type: String },
    labels: { type: Object }
  };

  declare xml: string;
  declare active: string[];
  declare passed: string[];
  declare label: string;
  declare labels: { tools?: string; in?: string; out?: string; fit?: string };

  private viewer?: any;
  private marked: Array<[string, string]> = [];
  private drawn: Promise<unknown> = Promise.resolve();
  private width = 0;
  /** How much larger than whole. */
  private zoomed = 1;
  private readonly resized = new ResizeObserver(() => this.clientWidth !== this.width && this.lay());

  constructor() {
    super();
    this.xml = '';
    this.active = [];
    this.passed = [];
    this.label = '';
    this.labels = {};
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    const { tools, in: nearer, out: farther, fit } = this.labels;
    return html`<div class="diagram-tools" role="group" aria-label=${tools}>
        <span class="diagram-caption" aria-hidden="true">${this.label}</span>
        <button type="button" aria-label=${farther} title=${farther} @click=${() => this.zoom(this.zoomed / STEP)}>−</button>
        <button type="button" aria-label=${nearer} title=${nearer} @click=${() => this.zoom(this.zoomed * STEP)}>+</button>
        <button type="button" @click=${() => this.zoom(1)}>${fit}</button>
      </div>
      <div class="diagram" tabindex="0" role="region" aria-label=${this.label}><div class="diagram-canvas"></div></div>`;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback() {
    this.resized.disconnect();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('xml') && this.xml) {
      this.drawn = this.draw();
    }
    this.drawn.then(() => this.mark());
  }

  private async draw() {
    this.viewer ??= new Viewer({
      container: this.querySelector('.diagram-canvas') as HTMLElement,
      textRenderer: { defaultStyle: { fontFamily: 'Inter, sans-serif', fontSize: 12 } }
    } as any);
    await this.viewer.importXML(this.xml);
    this.marked = [];
    const image = this.querySelector('.djs-container > svg');
    image?.setAttribute('aria-hidden', 'true');
    image?.removeAttribute('tabindex');
    this.zoomed = 1;
    this.lay();
  }

  private mark() {
    if (!this.viewer) {
      return;
    }
    const canvas = this.viewer.get('canvas');
    const elements = this.viewer.get('elementRegistry');
    this.marked.forEach(([id, marker]) => canvas.removeMarker(id, marker));
    this.marked = [];
    const add = (ids: string[], marker: string) =>
      ids.filter((id) => elements.get(id)).forEach((id) => {
        canvas.addMarker(id, marker);
        this.marked.push([id, marker]);
      });
    add(this.passed.filter((id) => !this.active.includes(id)), 'passed');
    add(this.active, 'active');
    this.showActive();
  }

  /** Where the diagram is larger than its place, what the case stands on is what people look for. */
  private showActive() {
    const step = this.viewer.get('elementRegistry').get(this.active[0]);
    if (step) {
      this.centre(step.x + step.width / 2, step.y + step.height / 2);
    }
  }

  private zoom(to: number) {
    if (!this.viewer?.getDefinitions()) {
      return;
    }
    const whole = this.zoomed === 1;
    const { x, y, scale } = this.viewer.get('canvas').viewbox();
    const frame = this.querySelector('.diagram') as HTMLElement;
    const middle = [
      x + (frame.scrollLeft + frame.clientWidth / 2) / scale,
      y + (frame.scrollTop + frame.clientHeight / 2) / scale
    ];
    this.zoomed = Math.max(1, Math.min(to, LARGEST / this.wholeScale()));
    this.lay();
    if (whole && this.active.length > 0) {
      this.showActive();
    } else {
      this.centre(middle[0], middle[1]);
    }
  }

  private centre(modelX: number, modelY: number) {
    const { x, y, scale } = this.viewer.get('canvas').viewbox();
    const frame = this.querySelector('.diagram') as HTMLElement;
    frame.scrollLeft = (modelX - x) * scale - frame.clientWidth / 2;
    frame.scrollTop = (modelY - y) * scale - frame.clientHeight / 2;
  }

  private wholeScale() {
    return Math.min(NATURAL, (this.clientWidth - 2 * MARGIN) / this.viewer.get('canvas').viewbox().inner.width);
  }

  private lay() {
    const space = this.clientWidth;
    if (!this.viewer?.getDefinitions() || !space) {
      return;
    }
    this.width = space;
    const canvas = this.viewer.get('canvas');
    const { inner } = canvas.viewbox();
    const scale = this.wholeScale() * this.zoomed;
    const surface = this.querySelector('.diagram-canvas') as HTMLElement;
    surface.style.width = this.zoomed === 1 ? '100%' : `${inner.width * scale + 2 * MARGIN}px`;
    surface.style.height = `${inner.height * scale + 2 * MARGIN + 24}px`;
    canvas.resized();
    canvas.viewbox({
      x: inner.x - MARGIN / scale,
      y: inner.y - MARGIN / scale,
      width: surface.clientWidth / scale,
      height: surface.clientHeight / scale
    });
  }
}

customElements.define('passerelle-process-diagram', ProcessDiagram);
