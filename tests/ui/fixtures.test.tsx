/** Every example of every component: it draws, axe finds nothing, and no component is without examples. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import { useAppearance } from '@/platform/appearance';
import { allFixtures } from '@/ui/fixtures';

const ui = path.join(__dirname, '../../src/ui');
/** Examples whose failing is the point. */
const failsOnPurpose = 'a page that fails';

const examples = allFixtures.flatMap(({ component, examples: all }) =>
  Object.entries(all).map(([name, Example]) => ({ component, name, Example })),
);

/** What axe finds in a part of a page; rules about whole pages and drawn colours belong to tests/browser. */
async function violations(element: Element): Promise<string[]> {
  const { violations: found } = await axe.run(element, {
    rules: {
      region: { enabled: false },
      'color-contrast': { enabled: false },
      'page-has-heading-one': { enabled: false },
    },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation();
  jest.spyOn(console, 'warn').mockImplementation();
});
afterEach(() => {
  jest.restoreAllMocks();
  useAppearance.setState({ elder: false });
});

it('knows the examples of every component', () => {
  const folders = readdirSync(ui).filter((name) =>
    ['index.tsx', 'index.h5.tsx'].some((file) => existsSync(path.join(ui, name, file))),
  );
  // A field's frame is drawn by every field's own examples.
  expect(folders.filter((name) => !existsSync(path.join(ui, name, 'fixtures.tsx')))).toEqual(['field']);
  expect(allFixtures).toHaveLength(folders.length - 1);
});

it('finds a planted fault of each kind', async () => {
  const { container } = render(
    <div>
      <button type="button" />
      <input />
    </div>,
  );
  expect(await violations(container)).toHaveLength(2);
});

describe.each([false, true])('长辈版 %s', (elder) => {
  it.each(examples)('$component: $name', async ({ name, Example }) => {
    useAppearance.setState({ elder });
    const { baseElement } = render(<Example />);
    expect(baseElement.querySelectorAll('*').length).toBeGreaterThan(1);
    // React tells of wrong nesting, missing keys and unknown attributes through the console.
    if (name !== failsOnPurpose) expect(console.error).not.toHaveBeenCalled();
    expect(await violations(baseElement)).toEqual([]);
  });
});
