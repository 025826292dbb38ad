import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';

/** A bare text of the pages that stands beside something else in one element. */
export interface BareText {
  readonly file: string;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly span?: { readonly start: number; readonly end: number };
  readonly [key: string]: unknown;
}

/**
 * Texts that come, go or change beside an element in the same parent. A browser's translation puts each text into an element
 * of its own; React then writes into a text that is no longer on the page, or breaks when it takes it away. Text that is alone
 * in an element of the page is safe, and so is one that never changes beside elements that never come or go.
 */
export function bareTextsIn(file: string): readonly BareText[] {
  const source = readFileSync(file, 'utf8');
  const module = parseSync(source, { syntax: 'typescript', tsx: true, target: 'es2022' }) as unknown as Node;
  const bytes = Buffer.from(source);
  // The parser counts bytes, on from file to file, and its end is the file's.
  const offset = (module.span?.end ?? 0) - Buffer.byteLength(source.trimEnd());
  const found: BareText[] = [];
  visit(module, (node) => {
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return;
    const children = (node.children as readonly Node[]).filter((child) => !isNothing(child));
    // What a component lays beside its children is not seen here: even words alone in it may stand beside something.
    const isAlone = children.length === 1;
    const getsCompany = isComponent(node) && (children.some(isChoice) || showsThatItWorks(node));
    if (isAlone && !getsCompany) return;
    const comesOrGoes = children.some(mayComeOrGo);
    for (const child of children) {
      if (child.type === 'JSXText' ? !comesOrGoes : !isText(child)) continue;
      const { start, end } = child.span ?? { start: 0, end: 0 };
      found.push({
        file,
        text: bytes
          .subarray(start - offset, end - offset)
          .toString()
          .trim(),
      });
    }
  });
  return found;
}

/** An element that is there now and then, or a list of them. */
function mayComeOrGo(node: Node): boolean {
  if (node.type !== 'JSXExpressionContainer') return false;
  const { type } = node.expression as Node;
  return ['BinaryExpression', 'ConditionalExpression', 'CallExpression', 'LogicalExpression'].includes(type);
}

function isComponent(node: Node): boolean {
  const name = (node.opening as Node | undefined)?.name as Node | undefined;
  return name !== undefined && (name.type !== 'Identifier' || /^[A-Z]/.test(String(name.value)));
}

/** A button lays its spinner just before its words. */
function showsThatItWorks(node: Node): boolean {
  const { attributes } = node.opening as unknown as { readonly attributes: readonly Node[] };
  return attributes.some(({ name }) => (name as Node | undefined)?.value === 'loading');
}

/** Words that become others while they are shown. */
function isChoice(node: Node): boolean {
  if (node.type !== 'JSXExpressionContainer') return false;
  const said = node.expression as Node;
  let choices = said.type === 'ConditionalExpression' ? 1 : 0;
  if (isTextExpression(said))
    visit(said.arguments, ({ type }) => {
      if (type === 'ConditionalExpression') choices += 1;
    });
  return choices > 0;
}

/** White space between tags, and comments. */
function isNothing(node: Node): boolean {
  if (node.type === 'JSXText') return String(node.value).trim() === '';
  return node.type === 'JSXExpressionContainer' && (node.expression as Node).type === 'JSXEmptyExpression';
}

function isText(node: Node): boolean {
  return node.type === 'JSXExpressionContainer' && isTextExpression(node.expression as Node);
}

/** Whether what stands in braces is words: a text of ours, a template, a choice among such, or something called so. */
function isTextExpression(node: Node): boolean {
  switch (node.type) {
    case 'StringLiteral':
      return String(node.value).trim() !== '';
    case 'TemplateLiteral':
      return true;
    case 'ConditionalExpression':
      return isTextExpression(node.consequent as Node) || isTextExpression(node.alternate as Node);
    case 'BinaryExpression':
      return isTextExpression(node.right as Node) || (node.operator === '+' && isTextExpression(node.left as Node));
    case 'ParenthesisExpression':
      return isTextExpression(node.expression as Node);
    case 'CallExpression': {
      const { callee } = node as unknown as { readonly callee: Node };
      return callee.type === 'Identifier' && textMakers.test(String(callee.value));
    }
    case 'Identifier':
      return textNames.test(String(node.value));
    case 'MemberExpression': {
      const { property } = node as unknown as { readonly property: Node };
      if (property.type === 'Computed') return isTextExpression(node.object as Node);
      return property.type === 'Identifier' && textNames.test(String(property.value));
    }
    default:
      return false;
  }
}

const textMakers =
  /^(t|boardText|common|problemText|roleName|nameOf|dayInWords|momentInWords|namesInWords|failureText|commandText)$/;
const textNames = /^(name|text|title|heading|words|label|value|count|other|term|detail)$/;

function visit(node: unknown, act: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) visit(each, act);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  if (typeof (node as Node).type === 'string') act(node as Node);
  for (const value of Object.values(node)) visit(value, act);
}
