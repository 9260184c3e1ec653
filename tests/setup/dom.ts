import '@testing-library/jest-dom';
import { cleanup } from '@testing-library/react';
import { phone } from './taro';

// Taro's compiler reads it and takes it out of the page.
Object.assign(globalThis, { definePageConfig: () => undefined });

afterEach(() => {
  cleanup();
  phone.reset();
});
