import '@testing-library/jest-dom';
import { cleanup } from '@testing-library/react';
import { phone } from './taro';

afterEach(() => {
  cleanup();
  phone.reset();
});
