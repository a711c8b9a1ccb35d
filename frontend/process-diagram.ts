import { LitElement, html, type PropertyValues } from 'lit';
import Viewer from 'bpmn-js/lib/Viewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

/** Below this scale the words in the boxes cannot be read: the diagram scrolls sideways instead. */
const SMALLEST = 0.6;
const LARGEST = 1.1;
const MARGIN = 8;

/**
 * A BPMN model, with the steps a case has passed and those it stands on. The drawing is an image to assistive
 * technology; its label says the same in words.
 */
class ProcessDiagram extends LitElement {
  static override properties = {
    xml: { type: String },
    active: { type: Array },
    passed: { type: Array },
    label: { type: String }
  };

  declare xml: string;
  declare active: string[];
  declare passed: string[];
  declare label: string;

  private viewer?: any;
  private marked: Array<[string, string]> = [];
  private drawn: Promise<unknown> = Promise.resolve();
  private width = 0;
  private readonly resized = new ResizeObserver(() => this.fit());

  constructor() {
    super();
    this.xml = '';
    this.active = [];
    this.passed = [];
    this.label = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    return html`<div class="diagram" tabindex="0" role="region" aria-label=${this.label}><div class="diagram-canvas"></div></div>`;
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
    this.width = 0;
    this.fit();
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

  /** Where the diagram is wider than its place, what the case stands on is what people look for. */
  private showActive() {
    const step = this.viewer.get('elementRegistry').get(this.active[0]);
    if (!step) {
      return;
    }
    const { x, scale } = this.viewer.get('canvas').viewbox();
    const frame = this.querySelector('.diagram') as HTMLElement;
    frame.scrollLeft = (step.x + step.width / 2 - x) * scale - frame.clientWidth / 2;
  }

  private fit() {
    const space = this.clientWidth;
    if (!this.viewer || !space || space === this.width || !this.viewer.getDefinitions()) {
      return;
    }
    this.width = space;
    const canvas = this.viewer.get('canvas');
    const { inner } = canvas.viewbox();
    const scale = Math.min(LARGEST, Math.max(SMALLEST, (space - 2 * MARGIN) / inner.width));
    const surface = this.querySelector('.diagram-canvas') as HTMLElement;
    surface.style.width = `${Math.max(space, inner.width * scale + 2 * MARGIN)}px`;
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
