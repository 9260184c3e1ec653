import { useState } from 'react';
import { defineFixtures } from '../fixtures/define';
import { Notice } from '../notice';
import { Swipe } from '.';

function Counted() {
  const [page, setPage] = useState(1);
  return (
    <Swipe onNext={() => setPage(page + 1)} onPrevious={() => setPage(page - 1)}>
      <Notice>{`第 ${page} 页`}</Notice>
    </Swipe>
  );
}

export default defineFixtures('Swipe', { 'a page': () => <Counted /> });
