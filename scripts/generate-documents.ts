console.log('documents: none yet');
